using Vta.Isa.Alu;

namespace Vta.Compiler.Commands;

/// <summary>What all micro-ops of a kernel do.</summary>
public abstract record KernelOperation
{
    private KernelOperation()
    {
    }

    /// <summary>acc[dst] += inp[src] · wgt[wgt]ᵀ.</summary>
    public static KernelOperation MatrixMultiply { get; } = new Gemm(false);

    /// <summary>acc[dst] = inp[src] · wgt[wgt]ᵀ.</summary>
    public static KernelOperation MatrixSet { get; } = new Gemm(false, Overwrites: true);

    /// <summary>The steps of a depthwise convolution along an axis, each with a run of taps.</summary>
    /// <param name="overwrites">Whether sums take the place of what accumulators hold.</param>
    /// <param name="firstWrite">The first iteration of the inner loop that writes.</param>
    public static KernelOperation Depthwise(bool overwrites, int firstWrite) => new Taps(overwrites, firstWrite);

    /// <summary>acc[dst] = 0.</summary>
    public static KernelOperation Clear { get; } = new Gemm(true);

    /// <summary>acc[dst] = acc[dst] in another scale, by the parameters par[src].</summary>
    public static KernelOperation Requantize { get; } = new Requantization();

    /// <summary>acc[dst] = operation(acc[dst], acc[src]).</summary>
    public static KernelOperation Of<TOperation>()
        where TOperation : struct, IAluOperation => new Alu(AluOperation.Of<TOperation>(), null);

    /// <summary>acc[dst] = operation(acc[dst], immediate).</summary>
    public static KernelOperation Of<TOperation>(int immediate)
        where TOperation : struct, IAluOperation => new Alu(AluOperation.Of<TOperation>(), immediate);

    internal sealed record Gemm(bool Reset, bool Overwrites = false) : KernelOperation
    {
        public override string ToString() => Reset ? "GEMM reset" : Overwrites ? "GEMM_SET" : "GEMM";
    }

    internal sealed record Taps(bool Overwrites, int FirstWrite) : KernelOperation
    {
        public override string ToString() => Overwrites ? "DWCONV set" : "DWCONV";
    }

    internal sealed record Requantization : KernelOperation
    {
        public override string ToString() => "ALU REQUANT";
    }

    internal sealed record Alu(AluOperation Operation, int? Immediate) : KernelOperation
    {
        public override string ToString() => Immediate is null ? $"ALU {Operation}" : $"ALU {Operation} {Immediate}";
    }
}
