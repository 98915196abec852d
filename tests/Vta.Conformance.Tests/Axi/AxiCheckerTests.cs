using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Vta.Runtime;
using Vta.Runtime.Axi;

namespace Vta.Conformance.Tests.Axi;

/// <summary>The checker finds each broken rule: a checker that never complains would prove nothing.</summary>
public sealed unsafe class AxiCheckerTests : IDisposable
{
    private const int BusBytes = 8;

    private readonly AxiPins _pins;
    private readonly void* _memory;
    private readonly AxiChecker _checker;
    private long _cycle;

    public AxiCheckerTests()
    {
        // Each field of the pins points to eight bytes of its own.
        var fields = sizeof(AxiPins) / sizeof(void*);
        _memory = NativeMemory.AllocZeroed((nuint)(fields * BusBytes));
        var pins = default(AxiPins);
        var pointers = new Span<nint>(Unsafe.AsPointer(ref pins), fields);
        for (var i = 0; i < fields; i++)
            pointers[i] = (nint)_memory + (i * BusBytes);
        _pins = pins;
        _checker = new AxiChecker(pins, BusBytes);
    }

    public void Dispose() => NativeMemory.Free(_memory);

    [Fact]
    public void A_read_and_a_write_by_the_rules_pass()
    {
        ReadAddress(0x1000, beats: 2);
        ReadBeat(isLast: false);
        ReadBeat(isLast: true);
        WriteAddress(0x2000, beats: 1);
        WriteBeat(isLast: true);
        Response();

        _checker.RequireIdle(_cycle);
    }

    [Fact]
    public void An_address_must_not_be_withdrawn()
    {
        Offer(_pins.ReadAddressValid, _pins.ReadAddressReady, isTaken: false);

        Breaks(() => Idle()).Should().Be("the accelerator breaks the AXI protocol in cycle 1: ARVALID was withdrawn before ARREADY");
    }

    [Fact]
    public void An_address_must_not_change_while_it_waits()
    {
        *_pins.ReadAddress = 0x1000;
        Offer(_pins.ReadAddressValid, _pins.ReadAddressReady, isTaken: false);
        *_pins.ReadAddress = 0x1008;

        Breaks(() => Offer(_pins.ReadAddressValid, _pins.ReadAddressReady, isTaken: true)).Should().Be(
            "the accelerator breaks the AXI protocol in cycle 1: ARADDR changed from 0x00001000 to 0x00001008 while ARVALID waits for ARREADY");
    }

    [Fact]
    public void A_burst_must_not_cross_a_border_of_4_KiB() =>
        Breaks(() => WriteAddress(0x1FF8, beats: 2)).Should().Be(
            "the accelerator breaks the AXI protocol in cycle 0: AWADDR 0x00001ff8 with AWLEN 1 (16 bytes) crosses a 4 KiB border");

    [Fact]
    public void An_address_must_be_aligned() =>
        Breaks(() => ReadAddress(0x1004, beats: 1)).Should().Be(
            "the accelerator breaks the AXI protocol in cycle 0: ARADDR 0x00001004 is not a multiple of 8");

    [Fact]
    public void WLAST_must_mark_the_last_beat()
    {
        WriteAddress(0x1000, beats: 2);

        Breaks(() => WriteBeat(isLast: true)).Should().Be("the accelerator breaks the AXI protocol in cycle 1: WLAST is 1 in beat 1 of a burst of 2");
    }

    [Fact]
    public void Read_data_need_an_address() =>
        Breaks(() => ReadBeat(isLast: true)).Should().Be("the accelerator breaks the AXI protocol in cycle 0: read data without an address");

    [Fact]
    public void A_response_needs_a_write() => Breaks(Response).Should().Be(
        "the accelerator breaks the AXI protocol in cycle 0: a write response without a burst that it answers");

    [Fact]
    public void Nothing_may_be_under_way_at_the_end()
    {
        WriteAddress(0x1000, beats: 1);
        WriteBeat(isLast: true);

        Breaks(() => _checker.RequireIdle(_cycle)).Should().Be("the accelerator breaks the AXI protocol in cycle 2: done with 1 writes not answered");
    }

    private static string Breaks(Action action) => action.Should().Throw<HardwareException>().Which.Message;

    private void Idle() => _checker.Observe(_cycle++);

    private void ReadAddress(uint address, int beats)
    {
        *_pins.ReadAddress = address;
        *_pins.ReadLength = (byte)(beats - 1);
        Offer(_pins.ReadAddressValid, _pins.ReadAddressReady, isTaken: true);
    }

    private void ReadBeat(bool isLast)
    {
        *_pins.ReadLast = isLast ? (byte)1 : (byte)0;
        Offer(_pins.ReadDataValid, _pins.ReadDataReady, isTaken: true);
    }

    private void WriteAddress(uint address, int beats)
    {
        *_pins.WriteAddress = address;
        *_pins.WriteLength = (byte)(beats - 1);
        Offer(_pins.WriteAddressValid, _pins.WriteAddressReady, isTaken: true);
    }

    private void WriteBeat(bool isLast)
    {
        *_pins.WriteLast = isLast ? (byte)1 : (byte)0;
        Offer(_pins.WriteDataValid, _pins.WriteDataReady, isTaken: true);
    }

    private void Response() => Offer(_pins.ResponseValid, _pins.ResponseReady, isTaken: true);

    private void Offer(byte* valid, byte* ready, bool isTaken)
    {
        *valid = 1;
        *ready = isTaken ? (byte)1 : (byte)0;
        _checker.Observe(_cycle++);
        *valid = 0;
    }
}
