using Vta.Isa;
using Vta.TestSupport;

namespace Vta.Compiler.Tests;

/// <summary>TVM's tests of its VTA, and stages of every kind, on the behavioural simulator, for every kind of configuration.</summary>
public class ScheduleProgramTests
{
    public static TheoryData<string> Names => [.. SchedulePrograms.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void LeavesWhatItsDeclarationSays(string name)
    {
        foreach (var config in TestConfigs.All.Where(config => SchedulePrograms.NamesFor(config).Contains(name)))
            Fsim.Verify(SchedulePrograms.Create(name, config).Bundle);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void IsInOrderWhateverTheTiming(string name)
    {
        foreach (var config in TestConfigs.All.Where(config => SchedulePrograms.NamesFor(config).Contains(name)))
            SchedulePrograms.Create(name, config).Program.Check().Should().BeEmpty();
    }

    public static TheoryData<string> StageNames => [.. StagePrograms.Names];

    [Theory]
    [MemberData(nameof(StageNames))]
    public void LeavesWhatThePlainReferenceSays(string name)
    {
        foreach (var config in TestConfigs.All)
            Fsim.Verify(StagePrograms.Create(name, config));
    }

    /// <summary>A load of zeros brings an element, too, which would be in the place of one of the next row.</summary>
    [Fact]
    public void ZerosAtTheEndsOfRowsAreRefused() => FluentActions.Invoking(() => StagePrograms.JoinedInputs(new Env(VtaConfig.Default), rows: 2))
        .Should().Throw<VtaInputException>().WithMessage("dma_copy of x_buf: a part of each of its rows is nothing but padding in some tiles, *");
}
