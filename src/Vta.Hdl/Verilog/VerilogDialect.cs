namespace Vta.Hdl.Verilog;

/// <summary>For whom Verilog is written.</summary>
/// <param name="IsFormal">
/// For Yosys as the front end of a prover: assertions, assumptions and covers with labels. Otherwise for synthesis, simulators and linters.
/// </param>
/// <param name="ResetAtAnyTime">In a proof reset may come back; otherwise it is high in the first cycle alone.</param>
internal sealed record VerilogDialect(bool IsFormal = false, bool ResetAtAnyTime = false);
