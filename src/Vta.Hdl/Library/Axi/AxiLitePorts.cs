using System.Runtime.CompilerServices;

namespace Vta.Hdl.Library.Axi;

/// <summary>An AXI4-Lite port of a module.</summary>
/// <param name="role">What the module is on the bus.</param>
/// <param name="addressWidth">Bits of a byte address.</param>
/// <param name="dataWidth">Bits of a word, 32 or 64.</param>
/// <param name="prefix">Begins the names of all signals.</param>
/// <param name="file">Filled in by the compiler.</param>
/// <param name="line">Filled in by the compiler.</param>
public sealed class AxiLitePorts(
    AxiRole role, int addressWidth, int dataWidth, string prefix, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    : AxiChannels<AxiLiteAddress, AxiLiteWriteData, AxiLiteWriteResponse, AxiLiteReadData>(
        role,
        prefix,
        AxiLiteAddress.Type(addressWidth),
        AxiLiteWriteData.Type(dataWidth),
        AxiLiteWriteResponse.Type(),
        AxiLiteReadData.Type(dataWidth),
        file,
        line);
