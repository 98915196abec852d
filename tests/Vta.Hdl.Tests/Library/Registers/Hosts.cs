using System.Numerics;
using Vta.Hdl.Library.Axi;
using Vta.Hdl.Library.Registers;
using Vta.Hdl.Testbench;

namespace Vta.Hdl.Tests.Library.Registers;

/// <summary>A host on some bus: accesses by byte address.</summary>
internal interface IHost
{
    /// <summary>True where the slave has such a register.</summary>
    Task<bool> Write(BenchProcess clock, int address, uint data, int strobe = 0b1111);

    Task<(uint Data, bool IsGood)> Read(BenchProcess clock, int address);
}

internal sealed class AxiLiteHost(AxiLitePorts bus) : IHost
{
    public async Task<bool> Write(BenchProcess clock, int address, uint data, int strobe = 0b1111)
    {
        clock.Set(bus.WriteAddress.Valid, true);
        clock.Set(bus.WriteAddress.Payload.Address, address);
        await clock.Tick();
        clock.Set(bus.WriteData.Valid, true);
        clock.Set(bus.WriteData.Payload.Data, data);
        clock.Set(bus.WriteData.Payload.Strobe, strobe);
        await clock.Until(bus.WriteData.Fire, timeout: 5);
        clock.Set(bus.WriteAddress.Valid, false);
        clock.Set(bus.WriteData.Valid, false);
        await clock.Tick();
        clock.Set(bus.WriteResponse.Ready, true);
        await clock.Until(bus.WriteResponse.Fire, timeout: 5);
        clock.Set(bus.WriteResponse.Ready, false);
        return clock.Get(bus.WriteResponse.Payload.Response) == (int)AxiResponse.Okay;
    }

    public async Task<(uint Data, bool IsGood)> Read(BenchProcess clock, int address)
    {
        clock.Set(bus.ReadAddress.Valid, true);
        clock.Set(bus.ReadAddress.Payload.Address, address);
        await clock.Until(bus.ReadAddress.Fire, timeout: 5);
        clock.Set(bus.ReadAddress.Valid, false);
        clock.Set(bus.ReadData.Ready, true);
        await clock.Until(bus.ReadData.Fire, timeout: 5);
        clock.Set(bus.ReadData.Ready, false);
        return ((uint)clock.Get(bus.ReadData.Payload.Data), clock.Get(bus.ReadData.Payload.Response) == (int)AxiResponse.Okay);
    }
}

internal sealed class ApbHost(ApbPorts bus) : IHost
{
    public async Task<bool> Write(BenchProcess clock, int address, uint data, int strobe = 0b1111)
    {
        clock.Set(bus.WriteData, data);
        clock.Set(bus.Strobe, strobe);
        return (await Transfer(clock, address, writes: true)).IsGood;
    }

    public Task<(uint Data, bool IsGood)> Read(BenchProcess clock, int address) => Transfer(clock, address, writes: false);

    private async Task<(uint Data, bool IsGood)> Transfer(BenchProcess clock, int address, bool writes)
    {
        clock.Set(bus.Select, true);
        clock.Set(bus.Writes, writes);
        clock.Set(bus.Address, address);
        await clock.Tick();
        clock.Set(bus.Enable, true);
        await clock.Until(bus.Ready, timeout: 5);
        var result = ((uint)clock.Get(bus.ReadData), !clock.Get(bus.Fails));
        clock.Set(bus.Select, false);
        clock.Set(bus.Enable, false);
        return result;
    }
}

internal sealed class WishboneHost(WishbonePorts bus) : IHost
{
    public async Task<bool> Write(BenchProcess clock, int address, uint data, int strobe = 0b1111)
    {
        clock.Set(bus.WriteData, data);
        clock.Set(bus.Select, strobe);
        return (await Transfer(clock, address, writes: true)).IsGood;
    }

    public Task<(uint Data, bool IsGood)> Read(BenchProcess clock, int address) => Transfer(clock, address, writes: false);

    private async Task<(uint Data, bool IsGood)> Transfer(BenchProcess clock, int address, bool writes)
    {
        clock.Set(bus.Cycle, true);
        clock.Set(bus.Strobe, true);
        clock.Set(bus.Writes, writes);
        clock.Set(bus.Address, address);
        for (var cycle = 0; cycle < 5; cycle++)
        {
            await clock.Tick();
            var (isGood, fails) = (clock.Get(bus.Acknowledge), clock.Get(bus.Fails));
            if (!isGood && !fails)
                continue;
            clock.Set(bus.Cycle, false);
            clock.Set(bus.Strobe, false);
            return ((uint)clock.Get(bus.ReadData), isGood);
        }
        throw new TimeoutException("the slave does not answer");
    }
}
