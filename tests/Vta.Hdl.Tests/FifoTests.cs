using Vta.Hdl.Library;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests;

public sealed class FifoTests
{
    [Fact]
    public void Elaborates_with_ports_named_after_its_fields()
    {
        var design = new Fifo<UInt>(UInt(8), 4).Elaborate();

        design.Top.Ports.Select(p => p.Name).Should().Equal(
            "enq_valid", "enq_ready", "enq", "deq_valid", "deq_ready", "deq", "count");
    }
}
