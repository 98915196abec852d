namespace Vta.Hardware.Computing;

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

    /// <summary>
    /// The operands are those of a DWCONV: row t of the weights meets the input of t steps before, and the sums are those of columns. <see cref="Starts"/>: there are
    /// none before.
    /// </summary>
    public readonly Bool IsDepthwise = config.HasDepthwise ? In() : false;
    public readonly Bool Starts = config.HasDepthwise ? In() : false;

    /// <summary>BATCH×BLOCK_OUT sums of <see cref="SumWidth"/> bits.</summary>
    public readonly Vec<SInt> Sums = Out(VecOf(config.Acc.ElemValues, SInt(SumWidth(config))));

    /// <summary>Bits of a sum: what the largest dot product takes, and no more than an accumulator keeps.</summary>
    public static int SumWidth(VtaConfig config) => Math.Min(config.AccWidth, config.InpWidth + config.WgtWidth + config.LogBlockIn);

    protected override void Build()
    {
        var inputs = Inp.AsVec(VecOf(config.BlockIn, SInt(config.InpWidth)));
        var weights = Wgt.AsVec(VecOf(config.BlockIn, SInt(config.WgtWidth)));

        var products = RegNext(config.HasDepthwise
            ? RowInputs().Map(rows => Lanes.Map(rows, weights, (row, column) => Lanes.Map(row, column, Product)))
            : inputs.Map(row => weights.Map(column => Lanes.Map(row, column, Product))));
        var rowSums = products.Map(row => row.Map(column => column.Map(product => product.Resize(SumWidth(config))).Sum()));
        var sums = RegNext(config.HasDepthwise ? Mux(RegNext(IsDepthwise, "sums_columns"), ColumnSums(products), rowSums) : rowSums);

        Sums.Set(sums.AsUInt().AsVec(SInt(SumWidth(config))));
    }

    /// <summary>By row of the batch, then by row of the weights: the inputs that it is multiplied with.</summary>
    private Vec<Vec<Vec<SInt>>> RowInputs()
    {
        var window = Instance(new InputWindow(config));
        window.Shifts.Set(IsDepthwise);
        window.Starts.Set(Starts);
        window.Inp.Set(Inp);
        var input = VecOf(config.BlockIn, SInt(config.InpWidth));
        return VecFrom([.. Enumerable.Range(0, config.Batch).Select(row => VecFrom([.. Enumerable.Range(0, config.BlockOut).Select(tap => Row(row, tap))]))]);

        Vec<SInt> Row(int row, int tap)
        {
            var latest = Inp.AsVec(input)[row];
            return tap < config.DepthwiseTaps ? Mux(IsDepthwise, window.Elements[tap].AsVec(input)[row], latest) : latest;
        }
    }

    /// <summary>By row of the batch: for each lane the sum over taps.</summary>
    private Vec<Vec<SInt>> ColumnSums(Vec<Vec<Vec<SInt>>> products) => VecFrom([.. Enumerable.Range(0, config.Batch).Select(row =>
    {
        Vec<SInt>[] terms = [.. Enumerable.Range(0, config.DepthwiseTaps).Select(tap => products[row][tap].Map(product => product.Resize(SumWidth(config))))];
        while (terms.Length > 1)
            terms = [.. terms.Chunk(2).Select(pair => pair.Length == 1 ? pair[0] : Lanes.Map(pair[0], pair[1], (a, b) => a + b))];
        return terms[0];
    })]);

    /// <summary>A product, without the bits that no sum keeps.</summary>
    private SInt Product(SInt input, SInt weight) => SumWidth(config) is var width && width < config.InpWidth + config.WgtWidth
        ? input.Extend(width).MultiplyWrapping(weight.Extend(width))
        : input * weight;
}
