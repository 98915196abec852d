using Vta.Hdl;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>
/// A <see cref="Fir"/> computes what the textbook says: the sum of the last samples, each with its coefficient. The sum is written here as in the book,
/// which would be slow hardware and is a good specification.
/// </summary>
/// <param name="coefficients">c[0], c[1], …: at least 2.</param>
/// <param name="width">Bits of a sample.</param>
public sealed class FirProof(IReadOnlyList<int> coefficients, int width) : Module
{
    public readonly Stream<SInt> X = Sink(SInt(width));
    public readonly Stream<SInt> Y = Source(SInt(Fir.ResultWidth(coefficients, width)));

    protected override void Build()
    {
        var filter = Instance(new Fir(coefficients, width));
        filter.X.Connect(X);
        Y.Connect(filter.Y);

        var samples = Reg(VecOf(coefficients.Count, SInt(width)));
        using (When(X.Fire))
            samples.Set(VecFrom([X.Payload, .. Enumerable.Range(0, coefficients.Count - 1).Select(i => samples[i])]));
        var sum = coefficients.Select((c, i) => samples[i].Extend(Y.Payload.Width).MultiplyWrapping(c)).Aggregate((a, b) => a + b);

        AssumeHeld(X, "x");
        Assert(!Y.Valid | Y.Payload == sum, "a result is the sum of the last samples, each with its coefficient");
        Cover(Y.Fire & Y.Payload < 0, "a result is negative");
    }
}
