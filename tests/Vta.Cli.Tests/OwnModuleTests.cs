using System.Xml.Linq;
using Vta.Hdl;

namespace Vta.Cli.Tests;

/// <summary><c>--from FILE</c>: the commands about hardware on modules of a user.</summary>
public sealed class OwnModuleTests : IDisposable
{
    private static readonly string s_assembly = typeof(OwnModuleTests).Assembly.Location;

    private readonly string _folder = Directory.CreateTempSubdirectory("vta-cli-test").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_becomes_Verilog_with_the_names_of_its_variables()
    {
        var source = Write("blink.cs", """
            using Vta.Hdl;
            using static Vta.Hdl.Hw;

            Console.WriteLine(new Blink().Elaborate().Top.DefinitionName);

            public sealed class Blink(int width = 24) : Module
            {
                public readonly Bool Led = Out();

                protected override void Build()
                {
                    var cycles = Reg(UInt(width));
                    cycles.Set(cycles + 1);
                    Led.Set(cycles[width - 1]);
                }
            }
            """);
        var target = Path.Combine(_folder, "verilog");

        var run = CliRun.Of("verilog", "--from", source, "-o", target);

        run.Error.Should().BeEmpty();
        run.Output.Should().StartWith($"{target}: 1 files, ").And.EndWith("top module Blink\n");
        File.ReadAllText(Path.Combine(target, "Blink.v")).Should().Contain("described in blink.cs").And.Contain("reg [23:0] cycles;");
    }

    [Fact]
    public void A_file_that_does_not_compile_is_answered_with_the_place()
    {
        var source = Write("wrong.cs", "using Vta.Hdl;\n\nclass Wrong : Module\n{\n    protected override void Build() => Undefined();\n}\n");

        CliRun.Of("prove", "--from", source).ShouldBeRefused(
            $"error: {Path.GetRelativePath(".", source)}:5:40: CS0103: The name 'Undefined' does not exist in the current context");
    }

    [ToolFact("yosys-smtbmc", "z3")]
    public void Modules_of_an_assembly_are_proven_by_name()
    {
        var run = CliRun.Of("prove", "--from", s_assembly, "keptpromise", "BrokenPromise", "-o", _folder);

        run.ExitCode.Should().Be(1);
        run.Output.Should().MatchRegex("KeptPromise +proven ").And.MatchRegex("BrokenPromise +failed .*OwnModuleTests.cs");
        File.ReadAllText(Path.Combine(_folder, "BrokenPromise.cs")).Should().Contain("new Vta.Cli.Tests.OwnModuleTests.BrokenPromise()");
    }

    [Fact]
    public void A_module_of_an_assembly_is_drawn()
    {
        var file = Path.Combine(_folder, "kept.svg");

        CliRun.Of("diagram", "KeptPromise", "--from", s_assembly, "-o", file).Output.Should().Be($"{file}: KeptPromise\n");

        XDocument.Load(file).Root!.Name.LocalName.Should().Be("svg");
    }

    [Fact]
    public void Mistakes_are_answered_in_a_line()
    {
        var text = Write("modules.txt", "");
        var noAssembly = Write("modules.dll", "MZ");
        CliRun.Of("prove", "--from", "nowhere.dll").ShouldBeRefused("error: nowhere.dll: no such file");
        CliRun.Of("prove", "--from", text).ShouldBeRefused($"error: {text}: modules are taken from an assembly (.dll) or a C# file (.cs)");
        CliRun.Of("prove", "--from", noAssembly).Error.Should().StartWith($"error: {noAssembly}: cannot be loaded: ").And.Contain("\n", Exactly.Once());
        CliRun.Of("prove", "--from", typeof(FactAttribute).Assembly.Location).Error.Should().Contain("there is no module in it");
        CliRun.Of("prove", "--from", s_assembly, "KeptPromis")
            .ShouldBeRefused($"error: UNIT: there is no module 'KeptPromis' in {s_assembly}; did you mean KeptPromise?");
        CliRun.Of("prove", "--from", s_assembly, "Parameterised")
            .ShouldBeRefused("error: Parameterised takes arguments; write a module that makes an instance with them");
        CliRun.Of("verilog", "--from", s_assembly, "-o", _folder)
            .ShouldBeRefused($"error: {s_assembly}: say which with --top: KeptPromise, BrokenPromise, Undriven, Throwing");
        CliRun.Of("diagram", "Undriven", "--from", s_assembly, "-o", "x.svg").Error.Should().StartWith("error: ")
            .And.Contain("OwnModuleTests.cs:").And.Contain(": HW0003: ").And.Contain("\n", Exactly.Once());
        CliRun.Of("verilog", "--top", "Throwing", "--from", s_assembly, "-o", _folder).Error.Should().StartWith("error: ")
            .And.Contain("OwnModuleTests.cs:").And.Contain(": Throwing cannot be described: InvalidOperationException: no such table");
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private sealed class KeptPromise : Module
    {
        public readonly Bool A = In();

        protected override void Build()
        {
            var last = Reg(reset: false);
            last.Set(A);
            Assert(last | !last, "a bit is one or zero");
        }
    }

    private sealed class BrokenPromise : Module
    {
        public readonly Bool A = In();

        protected override void Build() => Assert(!A, "the input stays low");
    }

    private sealed class Undriven : Module
    {
        public readonly Bool A = Out();

        protected override void Build()
        {
        }
    }

    private sealed class Throwing : Module
    {
        protected override void Build() => throw new InvalidOperationException("no such table");
    }

    private sealed class Parameterised(int width) : Module
    {
        public readonly UInt A = In(Hw.UInt(width));

        protected override void Build()
        {
        }
    }
}
