namespace Vta.Hdl.Verilog;

/// <summary>For whom Verilog is written.</summary>
/// <param name="IsFormal">
/// For Yosys as the front end of a prover: assertions, assumptions and covers with labels. Otherwise for synthesis, simulators and linters.
/// </param>
/// <param name="HasSteps">
/// In a proof of several clocks, where time goes in steps: a module has the clock <c>step</c>, and what is the clock elsewhere says whether it has an edge in a step.
/// </param>
/// <param name="ResetAtAnyTime">In a proof reset may come back; otherwise it is high in the first cycle alone.</param>
/// <param name="Locators">Which lines say where they come from.</param>
internal sealed record VerilogDialect(
    bool IsFormal = false, bool HasSteps = false, bool ResetAtAnyTime = false, Locators Locators = Locators.OtherFiles)
{
    /// <summary>The clock of all steps.</summary>
    public const string Step = "step";
}
