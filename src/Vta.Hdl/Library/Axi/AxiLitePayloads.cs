namespace Vta.Hdl.Library.Axi;

/// <summary>The payload of AW and AR of AXI4-Lite.</summary>
/// <param name="addressWidth">Bits of a byte address.</param>
public sealed class AxiLiteAddress(int addressWidth) : Bundle
{
    /// <summary>The byte address.</summary>
    public readonly UInt Address = Field(UInt(addressWidth), "addr");

    /// <summary>Privileged, non-secure, instruction.</summary>
    public readonly UInt Protection = Field(UInt(3), "prot");

    /// <summary>The type for addresses of this many bits.</summary>
    public static BundleType<AxiLiteAddress> Type(int addressWidth) => BundleOf(() => new AxiLiteAddress(addressWidth));
}

/// <summary>The payload of W of AXI4-Lite.</summary>
/// <param name="dataWidth">Bits of a word, 32 or 64.</param>
public sealed class AxiLiteWriteData(int dataWidth) : Bundle
{
    /// <summary>The bytes.</summary>
    public readonly UInt Data = Field(UInt(dataWidth));

    /// <summary>One bit for each byte that is written.</summary>
    public readonly UInt Strobe = Field(UInt(dataWidth / 8), "strb");

    /// <summary>The type for words of this many bits, 32 or 64.</summary>
    public static BundleType<AxiLiteWriteData> Type(int dataWidth) => BundleOf(() => new AxiLiteWriteData(dataWidth));
}

/// <summary>The payload of B of AXI4-Lite.</summary>
public sealed class AxiLiteWriteResponse : Bundle
{
    /// <summary>An <see cref="AxiResponse"/>.</summary>
    public readonly UInt Response = Field(EnumOf<AxiResponse>(), "resp");

    /// <summary>The type.</summary>
    public static BundleType<AxiLiteWriteResponse> Type() => BundleOf(() => new AxiLiteWriteResponse());
}

/// <summary>The payload of R of AXI4-Lite.</summary>
/// <param name="dataWidth">Bits of a word.</param>
public sealed class AxiLiteReadData(int dataWidth) : Bundle
{
    /// <summary>The bytes.</summary>
    public readonly UInt Data = Field(UInt(dataWidth));

    /// <summary>An <see cref="AxiResponse"/>.</summary>
    public readonly UInt Response = Field(EnumOf<AxiResponse>(), "resp");

    /// <summary>The type for words of this many bits.</summary>
    public static BundleType<AxiLiteReadData> Type(int dataWidth) => BundleOf(() => new AxiLiteReadData(dataWidth));
}
