namespace Vta.Isa.Instructions;

/// <summary>
/// A GEMM: for i &lt; IterOut, j &lt; IterIn, k in [UopBegin, UopEnd): acc[dst] += inp[src] · wgt[wgt]ᵀ, or acc[dst] = 0 for a reset;
/// where it overwrites (<see cref="Extensions.GemmOverwrite"/>), acc[dst] = inp[src] · wgt[wgt]ᵀ. Each index is the micro-op's field + i·FactorOut + j·FactorIn.
/// </summary>
public readonly record struct GemmInstruction(
    Dependencies Dependencies,
    bool Reset,
    int UopBegin,
    int UopEnd,
    int IterOut,
    int IterIn,
    int DstFactorOut = 0,
    int DstFactorIn = 0,
    int SrcFactorOut = 0,
    int SrcFactorIn = 0,
    int WgtFactorOut = 0,
    int WgtFactorIn = 0,
    bool Overwrites = false,
    bool IsDepthwise = false)
{
    /// <summary>
    /// A DWCONV (<see cref="Extensions.Depthwise"/>): each step puts inp[src] in front of a window of those before it, which is zero when j is; from
    /// j = <paramref name="firstWrite"/> on, acc[dst] += Σ window[t] · row t of wgt[wgt], lane by lane, or = where it overwrites.
    /// </summary>
    public static GemmInstruction Depthwise(
        Dependencies dependencies, bool overwrites, int uopBegin, int uopEnd, int iterOut, int iterIn, int firstWrite,
        int dstFactorOut = 0, int dstFactorIn = 0, int srcFactorOut = 0, int srcFactorIn = 0, int wgtFactorOut = 0) =>
        new(dependencies, false, uopBegin, uopEnd, iterOut, iterIn, dstFactorOut, dstFactorIn, srcFactorOut, srcFactorIn, wgtFactorOut, firstWrite,
            overwrites, IsDepthwise: true);

    /// <summary>The first j whose steps write: DWCONV has it in the field of <see cref="WgtFactorIn"/>, which is no factor there.</summary>
    public int FirstWrite => IsDepthwise ? WgtFactorIn : 0;

    /// <summary>How many accumulator elements its steps write.</summary>
    public long Writes => (long)IterOut * Math.Max(0, IterIn - FirstWrite) * Math.Max(0, UopEnd - UopBegin);

    /// <summary>How many steps it takes; with none it does nothing and raises no fault.</summary>
    public long Steps => (long)IterOut * IterIn * Math.Max(0, UopEnd - UopBegin);

    /// <summary>Reads the fields of a GEMM.</summary>
    public static GemmInstruction Decode(InstructionLayout layout, InstructionWord word)
    {
        var fields = layout.Gemm;
        var (opcode, reset) = (word.Opcode(layout), fields.Reset.Extract(word) != 0);
        return new GemmInstruction(
            word.Dependencies(layout),
            reset && opcode != Opcode.Dwconv,
            (int)fields.UopBegin.Extract(word),
            (int)fields.UopEnd.Extract(word),
            (int)fields.IterOut.Extract(word),
            (int)fields.IterIn.Extract(word),
            (int)fields.DstFactorOut.Extract(word),
            (int)fields.DstFactorIn.Extract(word),
            (int)fields.SrcFactorOut.Extract(word),
            (int)fields.SrcFactorIn.Extract(word),
            (int)fields.WgtFactorOut.Extract(word),
            (int)fields.WgtFactorIn.Extract(word),
            opcode == Opcode.GemmSet || (opcode == Opcode.Dwconv && reset),
            opcode == Opcode.Dwconv);
    }

    /// <exception cref="VtaInputException">A value does not fit its field.</exception>
    public InstructionWord Encode(InstructionLayout layout)
    {
        var fields = layout.Gemm;
        if (IsDepthwise && Reset)
            throw new VtaInputException($"{Opcode.Dwconv.Name()} has no reset; it overwrites");
        var opcode = IsDepthwise ? Opcode.Dwconv : Overwrites ? Opcode.GemmSet : Opcode.Gemm;
        var word = InstructionWords.Begin(layout, opcode, Dependencies);
        word = fields.Reset.Insert(word, Reset || (IsDepthwise && Overwrites) ? 1 : 0);
        word = fields.UopBegin.Insert(word, UopBegin);
        word = fields.UopEnd.Insert(word, UopEnd);
        word = fields.IterOut.Insert(word, IterOut);
        word = fields.IterIn.Insert(word, IterIn);
        word = fields.DstFactorOut.Insert(word, DstFactorOut);
        word = fields.DstFactorIn.Insert(word, DstFactorIn);
        word = fields.SrcFactorOut.Insert(word, SrcFactorOut);
        word = fields.SrcFactorIn.Insert(word, SrcFactorIn);
        word = fields.WgtFactorOut.Insert(word, WgtFactorOut);
        return fields.WgtFactorIn.Insert(word, WgtFactorIn);
    }
}
