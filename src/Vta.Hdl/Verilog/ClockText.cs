using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Verilog;

/// <summary>How Verilog speaks of a clock's edges and resets.</summary>
internal static class ClockText
{
    extension(ClockPort port)
    {
        /// <summary>The edge for a sensitivity list.</summary>
        public string Edge => port.IsStepped ? $"posedge {VerilogDialect.Step}" : $"{(port.Domain.Edge == ClockEdge.Rising ? "posedge" : "negedge")} {port.Clock}";

        /// <summary>What goes before a block that is run at such an edge.</summary>
        public string Guard => port.IsStepped ? $"if ({port.Clock}) " : "";

        /// <summary>The edges at which registers that are reset change.</summary>
        public string EdgeOrReset => port.Domain.IsResetAsynchronous ? $"{port.Edge} or {(port.Domain.IsResetLow ? "negedge" : "posedge")} {port.Reset}" : port.Edge;

        /// <summary>The bits that are high where the module is reset: at once, then at an edge.</summary>
        public IEnumerable<string> Resets
        {
            get
            {
                if (port.HasReset)
                    yield return port.Domain.IsResetLow ? "!" + port.Reset : port.Reset;
                if (port.NeedsClear)
                    yield return port.Clear;
            }
        }

        /// <summary>The bits that are high where it is not, and assertions are looked at.</summary>
        public IEnumerable<string> Running => (port.IsStepped ? [port.Clock] : Array.Empty<string>()).Concat(port.Resets.Select(r => r[0] == '!' ? r[1..] : "!" + r));
    }
}
