namespace Vta.Hdl.Library.Axi;

/// <summary>The payload of AW and AR of AXI4.</summary>
/// <param name="shape">The widths of the bus.</param>
public sealed class Axi4Address(Axi4Shape shape) : Bundle
{
    /// <summary>Answers carry the same; those of different identifiers may come in any order.</summary>
    public readonly UInt Id = Field(UInt(shape.IdWidth));

    /// <summary>The byte address of the first beat.</summary>
    public readonly UInt Address = Field(UInt(shape.AddressWidth), "addr");

    /// <summary>Beats minus one.</summary>
    public readonly UInt Length = Field(UInt(shape.LengthWidth), "len");

    /// <summary>Bytes of a beat, as their logarithm.</summary>
    public readonly UInt Size = Field(UInt(3));

    /// <summary>An <see cref="AxiBurst"/>.</summary>
    public readonly UInt Burst = Field(EnumOf<AxiBurst>());

    /// <summary>An exclusive access.</summary>
    public readonly Bool Lock = Field(Bool());

    /// <summary>What caches on the way may do.</summary>
    public readonly UInt Cache = Field(UInt(4));

    /// <summary>Privileged, non-secure, instruction.</summary>
    public readonly UInt Protection = Field(UInt(3), "prot");

    /// <summary>Quality of service.</summary>
    public readonly UInt Quality = Field(UInt(4), "qos");

    /// <summary>The type for a bus.</summary>
    public static BundleType<Axi4Address> Type(Axi4Shape shape) => BundleOf(() => new Axi4Address(shape));
}

/// <summary>The payload of W of AXI4.</summary>
/// <param name="shape">The widths of the bus.</param>
public sealed class Axi4WriteData(Axi4Shape shape) : Bundle
{
    /// <summary>The bytes.</summary>
    public readonly UInt Data = Field(UInt(shape.DataWidth));

    /// <summary>One bit for each byte that is written.</summary>
    public readonly UInt Strobe = Field(UInt(shape.Bytes), "strb");

    /// <summary>The last beat of a burst.</summary>
    public readonly Bool Last = Field(Bool());

    /// <summary>The type for a bus.</summary>
    public static BundleType<Axi4WriteData> Type(Axi4Shape shape) => BundleOf(() => new Axi4WriteData(shape));
}

/// <summary>The payload of B of AXI4.</summary>
/// <param name="shape">The widths of the bus.</param>
public sealed class Axi4WriteResponse(Axi4Shape shape) : Bundle
{
    /// <summary>That of the write.</summary>
    public readonly UInt Id = Field(UInt(shape.IdWidth));

    /// <summary>An <see cref="AxiResponse"/>.</summary>
    public readonly UInt Response = Field(EnumOf<AxiResponse>(), "resp");

    /// <summary>The type for a bus.</summary>
    public static BundleType<Axi4WriteResponse> Type(Axi4Shape shape) => BundleOf(() => new Axi4WriteResponse(shape));
}

/// <summary>The payload of R of AXI4.</summary>
/// <param name="shape">The widths of the bus.</param>
public sealed class Axi4ReadData(Axi4Shape shape) : Bundle
{
    /// <summary>That of the read.</summary>
    public readonly UInt Id = Field(UInt(shape.IdWidth));

    /// <summary>The bytes.</summary>
    public readonly UInt Data = Field(UInt(shape.DataWidth));

    /// <summary>An <see cref="AxiResponse"/>.</summary>
    public readonly UInt Response = Field(EnumOf<AxiResponse>(), "resp");

    /// <summary>The last beat of a burst.</summary>
    public readonly Bool Last = Field(Bool());

    /// <summary>The type for a bus.</summary>
    public static BundleType<Axi4ReadData> Type(Axi4Shape shape) => BundleOf(() => new Axi4ReadData(shape));
}
