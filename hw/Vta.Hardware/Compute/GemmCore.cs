namespace Vta.Hardware;

/// <summary>
/// The matrix multiplier: BATCH×BLOCK_IN inputs times BLOCK_OUT×BLOCK_IN weights, a new pair in every cycle. Products and sums each have a
/// register, so the sums appear <see cref="Latency"/> cycles after the operands.
/// </summary>
internal sealed class GemmCore(VtaConfig config) : Module
{
    /// <summary>Cycles from operands to sums.</summary>
    public const int Latency = 2;

    public readonly UInt Inp = In(UInt(config.Inp.ElemBits));
    public readonly UInt Wgt = In(UInt(config.Wgt.ElemBits));

    /// <summary>BATCH×BLOCK_OUT sums of <see cref="SumWidth"/> bits.</summary>
    public readonly Vec<SInt> Sums = Out(VecOf(config.Acc.ElemValues, SInt(SumWidth(config))));

    /// <summary>Bits of a sum: what the largest dot product takes, and no more than an accumulator keeps.</summary>
    public static int SumWidth(VtaConfig config) => Math.Min(config.AccWidth, config.InpWidth + config.WgtWidth + config.LogBlockIn);

    protected override void Build()
    {
        var inputs = Inp.AsVec(VecOf(config.BlockIn, SInt(config.InpWidth)));
        var weights = Wgt.AsVec(VecOf(config.BlockIn, SInt(config.WgtWidth)));

        var products = RegNext(inputs.Map(row => weights.Map(column => Lanes.Map(row, column, Product))));
        var sums = RegNext(products.Map(row => row.Map(column => column.Map(product => product.Resize(SumWidth(config))).Sum())));

        Sums.Set(sums.AsUInt().AsVec(SInt(SumWidth(config))));
    }

    /// <summary>A product, without the bits that no sum keeps.</summary>
    private SInt Product(SInt input, SInt weight) => SumWidth(config) is var width && width < config.InpWidth + config.WgtWidth
        ? input.Extend(width).MultiplyWrapping(weight.Extend(width))
        : input * weight;
}
