using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Isa;
using Vta.TestSupport;

namespace Vta.Compiler.Tests;

/// <summary>Ordinary mistakes in a schedule, each with what is said about it; both stand in <c>docs/schedule-errors.md</c>.</summary>
public sealed class ScheduleMistakesTests
{
    private static readonly SnippetPage s_page = new("docs/schedule-errors.md");

    private static readonly Dictionary<string, Func<Program, Action>> s_mistakes = new()
    {
        ["Computed at the wrong place"] = program => program.ComputedAtTheWrongPlace,
        ["A loop that is no more"] = program => program.ALoopThatIsNoMore,
        ["A tile that does not fit"] = program => program.ATileThatDoesNotFit,
        ["A stage of no unit"] = program => program.AStageOfNoUnit,
        ["DMA that computes"] = program => program.DmaThatComputes,
        ["What the ALU cannot do"] = program => program.WhatTheAluCannotDo,
        ["What the GEMM core cannot do"] = program => program.WhatTheGemmCoreCannotDo,
        ["Beyond a tensor"] = program => program.BeyondATensor,
        ["Beyond a tensor in spite of a condition"] = program => program.BeyondATensorInSpiteOfACondition,
        ["Types that differ"] = program => program.TypesThatDiffer,
        ["Operators on bits"] = program => program.OperatorsOnBits,
    };

    public static TheoryData<string> Names => [.. s_mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mistake_is_answered_as_the_page_says(string name) =>
        s_page.Verify(new(name, () => s_mistakes[name](new Program()).Should().Throw<VtaInputException>().Which.Line));

    [Theory]
    [InlineData("The program")]
    [InlineData("The schedule")]
    public void Page_shows_what_is_right(string name) => s_page.Verify(new(name, () => ""));

    [Fact]
    public void What_is_right_is_lowered()
    {
        var right = () => new Program().Schedule();
        right.Should().NotThrow();
    }

    private sealed class Program
    {
        private readonly Env env = new(VtaConfig.Default);
        private readonly int[] shape;
        private readonly SymbolicTensor data;
        private readonly SymbolicTensor dataBuf;
        private readonly SymbolicTensor relu;
        private readonly SymbolicTensor res;
        private readonly Schedule s;

        internal Program()
        {
            // snippet The program
            shape = [64, 64, env.Batch, env.BlockOut];
            data = Te.Placeholder(shape, "data", env.AccType);
            dataBuf = Te.Compute(shape, i => data[i], "data_buf");
            relu = Te.Compute(shape, i => Te.Max(dataBuf[i], 0), "relu");
            res = Te.Compute(shape, i => relu[i].Cast(env.OutType), "res");
            s = Te.CreateSchedule(res);
            // end
        }

        internal void Schedule()
        {
            // snippet The schedule
            var (tile, row) = s[res].Split(s[res].Axis[0], factor: 16);
            s[dataBuf].SetScope(env.AccScope);
            s[dataBuf].ComputeAt(s[res], tile);
            s[dataBuf].Pragma(s[dataBuf].Axis[0], env.DmaCopy);
            s[relu].SetScope(env.AccScope);
            s[relu].ComputeAt(s[res], tile);
            s[relu].Pragma(s[relu].Axis[0], env.Alu);
            s[res].Pragma(row, env.DmaCopy);
            Lowering.Lower(env, s, [data, res]);
            // end
        }

        internal void ComputedAtTheWrongPlace()
        {
            // snippet Computed at the wrong place
            s[relu].ComputeAt(s[dataBuf], s[dataBuf].Axis[0]);
            // end
        }

        internal void ALoopThatIsNoMore()
        {
            // snippet A loop that is no more
            var rows = s[res].Axis[0];
            s[res].Split(rows, factor: 16);
            s[res].Split(rows, factor: 4);
            // end
        }

        internal void ATileThatDoesNotFit()
        {
            // snippet A tile that does not fit
            var (tile, row) = s[res].Split(s[res].Axis[0], factor: 48);
            s[dataBuf].SetScope(env.AccScope);
            s[dataBuf].ComputeAt(s[res], tile);
            // end
            s[dataBuf].Pragma(s[dataBuf].Axis[0], env.DmaCopy);
            s[relu].SetScope(env.AccScope);
            s[relu].ComputeAt(s[res], tile);
            s[relu].Pragma(s[relu].Axis[0], env.Alu);
            s[res].Pragma(row, env.DmaCopy);
            Lowering.Lower(env, s, [data, res]);
        }

        internal void AStageOfNoUnit()
        {
            s[dataBuf].SetScope(env.AccScope);
            s[relu].SetScope(env.AccScope);
            // snippet A stage of no unit
            s[dataBuf].Pragma(s[dataBuf].Axis[0], env.DmaCopy);
            s[res].Pragma(s[res].Axis[0], env.DmaCopy);
            Lowering.Lower(env, s, [data, res]);
            // end
        }

        internal void DmaThatComputes()
        {
            s[dataBuf].SetScope(env.AccScope);
            s[dataBuf].Pragma(s[dataBuf].Axis[0], env.DmaCopy);
            // snippet DMA that computes
            s[relu].Pragma(s[relu].Axis[0], env.DmaCopy);
            // end
            Lowering.Lower(env, s, [data, res]);
        }

        internal void WhatTheAluCannotDo()
        {
            // snippet What the ALU cannot do
            var third = Te.Compute(shape, i => dataBuf[i] / 3, "third");
            var stored = Te.Compute(shape, i => third[i].Cast(env.OutType), "stored");
            var thirds = Te.CreateSchedule(stored);
            thirds[third].Pragma(thirds[third].Axis[0], env.Alu);
            // end
            LowerAround(thirds, third);
        }

        internal void WhatTheGemmCoreCannotDo()
        {
            s[dataBuf].SetScope(env.AccScope);
            s[dataBuf].Pragma(s[dataBuf].Axis[0], env.DmaCopy);
            s[relu].SetScope(env.AccScope);
            s[res].Pragma(s[res].Axis[0], env.DmaCopy);
            // snippet What the GEMM core cannot do
            s[relu].Tensorize(s[relu].Axis[2], env.Gemm);
            // end
            Lowering.Lower(env, s, [data, res]);
        }

        internal void BeyondATensor()
        {
            // snippet Beyond a tensor
            var next = Te.Compute(shape, (i, j, b, c) => data[i, j + 1, b, c], "next");
            // end
            _ = next;
        }

        internal void BeyondATensorInSpiteOfACondition()
        {
            // snippet Beyond a tensor in spite of a condition
            var next = Te.Compute(shape, (i, j, b, c) => Te.IfThenElse(j < 64, data[i, j + 1, b, c], 0), "next");
            // end
            _ = next;
        }

        internal void OperatorsOnBits()
        {
            // snippet Operators on bits
            var low = Te.Compute(shape, i => dataBuf[i] & 3, "low");
            // end
            _ = low;
        }

        internal void TypesThatDiffer()
        {
            // snippet Types that differ
            var sum = Te.Compute(shape, i => data[i] + res[i], "sum");
            // end
            _ = sum;
        }

        /// <summary>The rest of a schedule whose stage on the ALU is wrong.</summary>
        private void LowerAround(Schedule schedule, SymbolicTensor computed)
        {
            var stored = schedule[schedule.Outputs[0]];
            var (tile, row) = stored.Split(stored.Axis[0], factor: 8);
            schedule[dataBuf].SetScope(env.AccScope);
            schedule[dataBuf].ComputeAt(stored, tile);
            schedule[dataBuf].Pragma(schedule[dataBuf].Axis[0], env.DmaCopy);
            schedule[computed].SetScope(env.AccScope);
            schedule[computed].ComputeAt(stored, tile);
            stored.Pragma(row, env.DmaCopy);
            Lowering.Lower(env, schedule, [data, schedule.Outputs[0]]);
        }
    }
}
