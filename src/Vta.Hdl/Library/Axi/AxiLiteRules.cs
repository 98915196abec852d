using System.Runtime.CompilerServices;

namespace Vta.Hdl.Library.Axi;

/// <summary>
/// The rules of AXI4-Lite as hardware, for simulation and for proofs. They are described in the module that is being built, and its bus may be its own or an
/// instance's.
/// </summary>
public static class AxiLiteRules
{
    /// <summary>
    /// Asserts that both ends keep the rules: what a channel offers stays until it is taken; each read is answered once, after it was asked for; so is each
    /// write, after its address and its data were taken.
    /// </summary>
    /// <param name="bus">The bus; its payloads may be those of the standard or fewer.</param>
    /// <param name="assumed">The end whose rules are assumed instead: in a proof of a slave, the master; null for none.</param>
    /// <param name="limit">Reads and writes under way at most; how far is counted.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static void Check<TAddress, TWriteData, TWriteResponse, TReadData>(
        AxiChannels<TAddress, TWriteData, TWriteResponse, TReadData> bus,
        AxiRole? assumed = null,
        int limit = 4,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
        where TAddress : Data
        where TWriteData : Data
        where TWriteResponse : Data
        where TReadData : Data
    {
        var checker = new AxiChecker(bus.Prefix, assumed, new(file, line));
        checker.Held(bus);

        var reads = checker.UnderWay("reads", bus.ReadAddress.Fire, bus.ReadData.Fire, limit);
        checker.Rule(AxiRole.Slave, !bus.ReadData.Valid | reads != 0, "read data answers an address that was taken before");
        var addresses = checker.UnderWay("write_addresses", bus.WriteAddress.Fire, bus.WriteResponse.Fire, limit);
        var data = checker.UnderWay("writes", bus.WriteData.Fire, bus.WriteResponse.Fire, limit);
        checker.Rule(
            AxiRole.Slave, !bus.WriteResponse.Valid | (addresses != 0 & data != 0), "a write response answers an address and data that were taken before");
    }
}
