using Vta.Hdl;
using Vta.Hdl.Ir;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>
/// A finite impulse response filter: y[n] = c[0]·x[n] + c[1]·x[n−1] + …, one sample in every cycle. The results are exact; they have as many bits as
/// the largest takes.
/// </summary>
/// <param name="coefficients">c[0], c[1], …: at least 2.</param>
/// <param name="width">Bits of a sample.</param>
public sealed class Fir(IReadOnlyList<int> coefficients, int width) : Module
{
    public readonly Stream<SInt> X = Sink(SInt(width));
    public readonly Stream<SInt> Y = Source(SInt(ResultWidth(coefficients, width)));

    /// <summary>Bits of a result: those of a sample, and of the sum of the coefficients' sizes.</summary>
    public static int ResultWidth(IReadOnlyList<int> coefficients, int width) => width + Bits.WidthFor(coefficients.Sum(Math.Abs));

    protected override string DefinitionName => $"Fir_{coefficients.Count}x{width}";

    protected override void Build()
    {
        Require(coefficients.Count >= 2);
        Parameter("coefficients", string.Join(' ', coefficients));
        var taps = coefficients.Count;
        var result = SInt(Y.Payload.Width);

        // The transposed form: every sample meets all coefficients at once, and the sums wait in registers for the samples to come. Between two registers
        // there is one multiplication and one addition, however many coefficients there are; keeping the samples instead would need a long sum.
        //
        //        x ────┬───────────┬───────────┐
        //             ·c[2]       ·c[1]       ·c[0]
        //              └─ sum[2] ──+─ sum[1] ──+─ sum[0] ── y
        var sums = Reg(VecOf(taps, result));
        var waiting = Let(VecFrom([.. Enumerable.Range(1, taps - 1).Select(i => sums[i]), result.Zero]));

        // Lanes: one line for all taps, which stays one generate loop in Verilog and vector instructions in simulation.
        var constants = VecFrom([.. coefficients.Select(c => LitSigned(c, result.Width))]);
        var next = Lanes.Map(constants, waiting, (c, s) => X.Payload.Extend(result.Width).MultiplyWrapping(c) + s);

        // One register stage of a stream: it takes a sample when its result has somewhere to go.
        var valid = Reg(reset: false);
        X.Ready.Set(!valid | Y.Ready);
        Y.Valid.Set(valid);
        Y.Payload.Set(sums[0]);
        using (When(X.Ready))
            valid.Set(X.Valid);
        using (When(X.Fire))
            sums.Set(next);

        AssumeHeld(X, "x");
        AssertHeld(Y, "y");
    }
}
