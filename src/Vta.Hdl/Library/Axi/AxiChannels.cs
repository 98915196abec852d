using System.Runtime.CompilerServices;

namespace Vta.Hdl.Library.Axi;

/// <summary>
/// The five channels of an AXI bus as ports of a module, each a <see cref="Stream{T}"/>. Ports have the names of AXI: a prefix, the channel, the signal
/// (<c>m_axi_awvalid</c>). <see cref="Axi4Ports"/> and <see cref="AxiLitePorts"/> have the signals of the standard; where a module needs only some of them,
/// it derives ports with payloads of its own.
/// </summary>
public abstract class AxiChannels<TAddress, TWriteData, TWriteResponse, TReadData>
    where TAddress : Data
    where TWriteData : Data
    where TWriteResponse : Data
    where TReadData : Data
{
    /// <summary>Declares the ports; made in a field initialiser of a module.</summary>
    /// <param name="role">What the module is on the bus.</param>
    /// <param name="prefix">Begins the names of all signals.</param>
    /// <param name="address">The payload of both address channels.</param>
    /// <param name="writeData">That of the write data channel.</param>
    /// <param name="writeResponse">That of the write response channel.</param>
    /// <param name="readData">That of the read data channel.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    protected AxiChannels(
        AxiRole role,
        string prefix,
        HwType<TAddress> address,
        HwType<TWriteData> writeData,
        HwType<TWriteResponse> writeResponse,
        HwType<TReadData> readData,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        Prefix = prefix;
        var isMaster = role == AxiRole.Master;
        WriteAddress = Channel(isMaster, "aw", address);
        WriteData = Channel(isMaster, "w", writeData);
        WriteResponse = Channel(!isMaster, "b", writeResponse);
        ReadAddress = Channel(isMaster, "ar", address);
        ReadData = Channel(!isMaster, "r", readData);

        Stream<T> Channel<T>(bool isSource, string channel, HwType<T> type)
            where T : Data
        {
            var valid = Signal(isSource, "valid", 1).AsBool();
            var ready = Signal(!isSource, "ready", 1).AsBool();
            return new(valid, ready, type.Bind([.. type.Leaves.Select(leaf => Signal(isSource, leaf.Name, leaf.Width).Expression)]));

            UInt Signal(bool isOutput, string name, int width) => isOutput
                ? Port.Out(UInt(width), $"{prefix}_{channel}{name}", file, line)
                : Port.In(UInt(width), $"{prefix}_{channel}{name}", file, line);
        }
    }

    /// <summary>Begins the names of all signals.</summary>
    public string Prefix { get; }

    /// <summary>AW, from master to slave.</summary>
    public Stream<TAddress> WriteAddress { get; }

    /// <summary>W, from master to slave.</summary>
    public Stream<TWriteData> WriteData { get; }

    /// <summary>B, from slave to master.</summary>
    public Stream<TWriteResponse> WriteResponse { get; }

    /// <summary>AR, from master to slave.</summary>
    public Stream<TAddress> ReadAddress { get; }

    /// <summary>R, from slave to master.</summary>
    public Stream<TReadData> ReadData { get; }

    /// <summary>
    /// Joins two buses: this side gets the requests of the other and gives it the answers. A slave connects to its master; a master's port in a parent to
    /// that of the instance inside, a slave's the other way round.
    /// </summary>
    public void Connect(
        AxiChannels<TAddress, TWriteData, TWriteResponse, TReadData> from, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        WriteAddress.Connect(from.WriteAddress, file, line);
        WriteData.Connect(from.WriteData, file, line);
        from.WriteResponse.Connect(WriteResponse, file, line);
        ReadAddress.Connect(from.ReadAddress, file, line);
        from.ReadData.Connect(ReadData, file, line);
    }
}
