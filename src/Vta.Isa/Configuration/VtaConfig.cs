using Vta.Isa.Alu;
using Vta.Isa.Instructions;
using Vta.Isa.Requant;

namespace Vta.Isa;

/// <summary>
/// The hardware parameters of one VTA, read from the keys of <c>vta_config.json</c>. Immutable, and always consistent: every
/// instance has passed the checks of <see cref="VtaConfigReader"/>, so its fields fit the instruction encoding.
/// Widths are in bits, sizes in bytes, depths in elements.
/// </summary>
public sealed class VtaConfig
{
    /// <summary>The name of the file that commands read when none is given.</summary>
    public const string DefaultFileName = "vta_config.json";

    internal VtaConfig()
    {
    }

    /// <summary>TVM's default: 1×16×16, 8-bit operands, 32-bit accumulators.</summary>
    public static VtaConfig Default { get; } = FromKeys(
    [
        new("TARGET", "sim"),
        new("HW_VER", "0.0.2"),
        new("LOG_INP_WIDTH", "3"),
        new("LOG_WGT_WIDTH", "3"),
        new("LOG_ACC_WIDTH", "5"),
        new("LOG_BATCH", "0"),
        new("LOG_BLOCK", "4"),
        new("LOG_UOP_BUFF_SIZE", "15"),
        new("LOG_INP_BUFF_SIZE", "15"),
        new("LOG_WGT_BUFF_SIZE", "18"),
        new("LOG_ACC_BUFF_SIZE", "17"),
    ]);

    /// <summary>What the design is built for: sim, tsim or a board. Does not change the hardware's meaning.</summary>
    public string Target { get; internal init; } = "";

    /// <summary>Version label of the hardware, kept for TVM's sake.</summary>
    public string HardwareVersion { get; internal init; } = "";

    public int LogBatch { get; internal init; }

    public int LogBlockIn { get; internal init; }

    public int LogBlockOut { get; internal init; }

    public int LogInpWidth { get; internal init; }

    public int LogWgtWidth { get; internal init; }

    public int LogAccWidth { get; internal init; }

    public int LogUopBuffSize { get; internal init; }

    public int LogInpBuffSize { get; internal init; }

    public int LogWgtBuffSize { get; internal init; }

    public int LogAccBuffSize { get; internal init; }

    /// <summary>log2 of the data width of the memory bus in bits.</summary>
    public int LogBusWidth { get; internal init; }

    /// <summary>log2 of the bytes of the parameter buffer, whose presence is <see cref="Extensions.Requant"/>; null without.</summary>
    public int? LogParBuffSize { get; internal init; }

    /// <summary>Taps that a DWCONV step multiplies, which are <see cref="Extensions.Depthwise"/>; 0 without.</summary>
    public int DepthwiseTaps { get; internal init; }

    /// <summary>What the device has beyond TVM's instruction set.</summary>
    public Extensions Extensions { get; internal init; }

    /// <summary>Whether there is DWCONV.</summary>
    public bool HasDepthwise => Extensions.HasFlag(Extensions.Depthwise);

    /// <summary>Whether the ALU has REQUANT, and there is a parameter buffer.</summary>
    public bool HasRequant => Extensions.HasFlag(Extensions.Requant);

    /// <summary>The operations of the ALU: VTA's own, and those that <see cref="WithAluOperation"/> added.</summary>
    public AluOperations AluOperations { get; internal init; } = AluOperations.Standard;

    /// <summary>The codes that ALU instructions may have: those of operations, and of REQUANT where there is one.</summary>
    public IEnumerable<int> AluCodes => AluOperations.Select(operation => operation.Code).Concat(HasRequant ? [RequantOperation.Code] : []);

    /// <summary>Rows of an input, accumulator or output element.</summary>
    public int Batch => 1 << LogBatch;

    /// <summary>Columns of an input element: the length of a dot product.</summary>
    public int BlockIn => 1 << LogBlockIn;

    /// <summary>Columns of an accumulator or output element.</summary>
    public int BlockOut => 1 << LogBlockOut;

    public int InpWidth => 1 << LogInpWidth;

    public int WgtWidth => 1 << LogWgtWidth;

    public int AccWidth => 1 << LogAccWidth;

    /// <summary>Bits of an output value: the same as of an input value.</summary>
    public int OutWidth => InpWidth;

    public int BusWidth => 1 << LogBusWidth;

    public int BusBytes => BusWidth / 8;

    /// <summary>Micro-ops, one of 32 bits an element.</summary>
    public BufferShape Uop => field ??= new("uop", 1, 1, 32, LogUopBuffSize);

    /// <summary>Inputs: BATCH×BLOCK_IN values an element.</summary>
    public BufferShape Inp => field ??= new("inp", Batch, BlockIn, InpWidth, LogInpBuffSize);

    /// <summary>Weights: BLOCK_OUT×BLOCK_IN values an element.</summary>
    public BufferShape Wgt => field ??= new("wgt", BlockOut, BlockIn, WgtWidth, LogWgtBuffSize);

    /// <summary>Accumulators: BATCH×BLOCK_OUT values an element.</summary>
    public BufferShape Acc => field ??= new("acc", Batch, BlockOut, AccWidth, LogAccBuffSize);

    /// <summary>Outputs: the accumulators truncated to OUT_WIDTH; as deep as the accumulator buffer.</summary>
    public BufferShape Out => field ??= new("out", Batch, BlockOut, OutWidth, LogAccBuffSize + LogInpWidth - LogAccWidth);

    /// <summary>Parameters of REQUANT: four words of 32 bits for each of BLOCK_OUT lanes an element; null without <see cref="Extensions.Requant"/>.</summary>
    public BufferShape? Par => LogParBuffSize is { } size ? field ??= new("par", BlockOut, InstructionLayout.InstructionBits / 32, 32, size) : null;

    /// <summary>The buffer that a memory id means; null for an id that is not defined, or is no memory.</summary>
    public BufferShape? Buffer(MemoryId memory) => memory switch
    {
        MemoryId.Uop => Uop,
        MemoryId.Wgt => Wgt,
        MemoryId.Inp => Inp,
        MemoryId.Acc or MemoryId.Acc8Bit => Acc,
        MemoryId.Out => Out,
        MemoryId.Par => Par,
        _ => null,
    };

    /// <summary>Bytes of an element in DRAM; 0 for an id that is not defined, or is no memory.</summary>
    public int DramElemBytes(MemoryId memory) =>
        memory == MemoryId.Acc8Bit ? Acc.ElemValues : Buffer(memory)?.ElemBytes ?? 0;

    /// <summary>Instructions, and the fields of them and of micro-ops, as this configuration places them.</summary>
    public InstructionLayout Layout => field ??= new InstructionLayout(new(Uop.LogDepth, Inp.LogDepth, Wgt.LogDepth, Acc.LogDepth), Extensions);

    /// <summary>The value that a <see cref="MemoryInstruction.SetsPadValue"/> sets: the low INP_WIDTH bits of sram_base, signed.</summary>
    public int PadValueOf(MemoryInstruction instruction) => new IntegerAlgebra(InpWidth).Constant(instruction.SramBase);

    /// <summary>Name of the bitstream in TVM's form, such as <c>1x16_i8w8a32_15_15_18_17</c>; what TVM does not have is appended.</summary>
    public string Bitstream
    {
        get
        {
            var blocks = BlockIn == BlockOut ? $"{BlockIn}" : $"{BlockIn}x{BlockOut}";
            var bus = LogBusWidth == VtaConfigKeys.DefaultLogBusWidth ? "" : $"_b{BusWidth}";
            var operations = string.Concat(AluOperations.Except(AluOperations.Standard).Select(operation => $"_{operation.Name.ToLowerInvariant()}"));
            var extensions = string.Concat(
                HasRequant ? $"_par{LogParBuffSize}" : "",
                Extensions.HasFlag(Extensions.PadValue) ? "_pad" : "",
                Extensions.HasFlag(Extensions.GemmOverwrite) ? "_set" : "",
                DepthwiseTaps > 0 ? $"_dw{DepthwiseTaps}" : "");
            return $"{Batch}x{blocks}_i{InpWidth}w{WgtWidth}a{AccWidth}"
                + $"_{LogUopBuffSize}_{LogInpBuffSize}_{LogWgtBuffSize}_{LogAccBuffSize}{bus}{operations}{extensions}";
        }
    }

    /// <summary><see cref="Target"/> and <see cref="Bitstream"/>, as TVM names models.</summary>
    public string Model => $"{Target}_{Bitstream}";

    /// <summary>Hash of what the hardware is; TARGET, HW_VER and the way the file is written do not change it.</summary>
    public uint ConfigurationHash => Isa.ConfigurationHash.Of(this, Extensions);

    /// <summary>Whether a device of this configuration runs the programs of another: it is the same, or has extensions more.</summary>
    public bool Runs(VtaConfig program) =>
        Extensions.HasFlag(program.Extensions)
        && Isa.ConfigurationHash.Of(this, program.Extensions) == program.ConfigurationHash;

    /// <summary>Reads a configuration file. Environment variables such as <c>VTA_LOG_BLOCK</c> override its keys.</summary>
    /// <exception cref="VtaInputException">The file is missing or broken, or its keys do not make a VTA.</exception>
    public static VtaConfig Load(string path) => VtaConfigFile.Load(path);

    /// <summary>Makes a configuration from keys as in <c>vta_config.json</c>.</summary>
    /// <param name="keys">Keys and their values as text.</param>
    /// <param name="where">What the keys are part of, for messages; null where nothing names them.</param>
    /// <exception cref="VtaInputException">The keys do not make a VTA.</exception>
    public static VtaConfig FromKeys(IEnumerable<KeyValuePair<string, string?>> keys, string? where = null) =>
        new VtaConfigReader(keys, key => (where, key) switch
        {
            (null, _) => key,
            (_, null) => where,
            _ => $"{where}: {key}",
        }).Read(AluOperations.Standard);

    /// <summary>This configuration with some keys changed, such as <c>("LOG_BLOCK", 5)</c>.</summary>
    /// <exception cref="VtaInputException">The keys do not make a VTA.</exception>
    public VtaConfig With(params ReadOnlySpan<(string Key, int Value)> changes)
    {
        var keys = new Dictionary<string, string?>(VtaConfigKeys.Of(this));
        foreach (var (key, value) in changes)
            keys[key] = $"{value}";
        return new VtaConfigReader(keys, key => key).Read(AluOperations);
    }

    /// <summary>This configuration with one more operation of the ALU: in the encoding, the hardware, the simulators and schedules.</summary>
    /// <exception cref="VtaInputException">The operation's code or name is taken, or cannot be used.</exception>
    public VtaConfig WithAluOperation<TOperation>()
        where TOperation : struct, IAluOperation =>
        new VtaConfigReader(VtaConfigKeys.Of(this), key => key).Read(AluOperations.With<TOperation>());
}
