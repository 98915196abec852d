using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.TestSupport;

namespace Vta.Fuzzing.Tests;

public sealed class FuzzerTests
{
    [Fact]
    public void Backends_agree_and_the_same_seed_gives_the_same_programs()
    {
        var (first, second) = (new Fuzzer(new FuzzOptions { Seed = 7, Rounds = 3 }).Run(), new Fuzzer(new FuzzOptions { Seed = 7, Rounds = 3 }).Run());

        first.Failures.Should().BeEmpty();
        (first.Rounds, first.Configurations, first.Programs).Should().Be((3, 3, 3 * FuzzOptions.ProgramsPerRound));
        second.Should().BeEquivalentTo(first);
    }

    [Fact]
    public void A_round_is_that_of_its_seed()
    {
        var both = new Fuzzer(new FuzzOptions { Seed = 20, Rounds = 2, Target = Devices.Fsim }).Run();
        var each = Enumerable.Range(20, 2).Select(seed => new Fuzzer(new FuzzOptions { Seed = seed, Rounds = 1, Target = Devices.Fsim }).Run()).ToList();

        both.Instructions.Should().Be(each.Sum(report => report.Instructions));
        both.Faults[Faults.Index].Should().Be(each.Sum(report => report.Faults[Faults.Index]));
    }

    /// <summary>All but what units do in their cycles, which the behavioural simulator has none of.</summary>
    [Fact]
    public void Programs_come_by_all_that_is_looked_for()
    {
        var report = new Fuzzer(new FuzzOptions { Rounds = 40, Target = Devices.Fsim }).Run();

        report.Coverage.Where(point => point.Programs == 0).Select(point => point.Name).Should().AllSatisfy(name => name.Should().Contain(" is "));
        report.Faults.Values.Should().AllSatisfy(count => count.Should().BePositive());
    }

    [Fact]
    public void What_units_do_in_their_cycles_is_seen_too()
    {
        new Fuzzer(new FuzzOptions { Rounds = 4 }).Run().Coverage.Where(point => point.Name.Contains(" is ")).Should().AllSatisfy(point => point.Programs.Should().BePositive());
    }

    [Fact]
    public void A_wrong_operation_is_found_and_little_is_left_of_the_program()
    {
        var failure = Find(WrongDevice.MaxIsMin);

        failure.NeedsHistory.Should().BeFalse();
        var lines = Instructions(failure);
        lines.Should().Contain(line => line.Contains("ALU MAX")).And.HaveCountLessThan(12);
        lines.Should().Contain(line => line.Contains("STORE OUT"), "nothing else shows what the ALU did");
    }

    [Fact]
    public void The_bundle_of_a_failure_verifies_on_a_right_device_and_fails_on_the_wrong_one()
    {
        var failure = Find(WrongDevice.StoresDensely, VtaConfig.Default);

        BundleRunner.Run(failure.Bundle!, Devices.Rtl).Verified.Should().BeTrue();
        using var wrong = new WrongDevice(VtaConfig.Default, WrongDevice.StoresDensely);
        BundleRunner.Run(failure.Bundle!, wrong).Verified.Should().BeFalse();
    }

    [Fact]
    public void Enough_failures_end_it()
    {
        var options = new FuzzOptions { Rounds = 50, MaxFailures = 2 };

        var report = new Fuzzer(options, (config, _) => new WrongDevice(config, WrongDevice.MaxIsMin)).Run();

        report.Failures.Should().HaveCount(2);
        report.Rounds.Should().BeLessThan(50);
    }

    [Fact]
    public void Time_ends_it_after_one_round_at_least()
    {
        new Fuzzer(new FuzzOptions { Time = TimeSpan.FromTicks(1), Target = Devices.Fsim }).Run().Rounds.Should().Be(1);
    }

    private static FuzzFailure Find(Func<InstructionLayout, InstructionWord, InstructionWord> change, VtaConfig? config = null)
    {
        var options = new FuzzOptions { Rounds = 20, Config = config, MaxFailures = 20 };
        return new Fuzzer(options, (each, _) => new WrongDevice(each, change)).Run().Failures.First(failure => failure.Bundle is { Expected.Count: > 0 } bundle && IsLegal(bundle));
    }

    private static bool IsLegal(Isa.Programs.ProgramBundle bundle)
    {
        try
        {
            return BundleRunner.Run(bundle, Devices.Fsim).Verified;
        }
        catch (VtaFaultException)
        {
            return false;
        }
    }

    private static List<string> Instructions(FuzzFailure failure) => [.. failure.Listing.Split('\n').Where(line => line.TrimStart() is [>= '0' and <= '9', ..])];
}
