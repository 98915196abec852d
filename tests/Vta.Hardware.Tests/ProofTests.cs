using Vta.Hardware.Proofs;
using Vta.Hdl.Formal;
using Vta.Hdl.Library.Proofs;
using Vta.Isa;
using Vta.TestSupport;

namespace Vta.Hardware.Tests;

public sealed class ProofTests
{
    /// <summary>Those of the library have tests of their own.</summary>
    public static TheoryData<string> Units => [.. HardwareProofs.For(VtaConfig.Default).Keys.Except(LibraryProofs.All.Keys)];

    [ToolTheory("yosys-smtbmc", "z3")]
    [MemberData(nameof(Units))]
    public void Unit_is_proven(string name)
    {
        var result = Prover.Prove(HardwareProofs.For(VtaConfig.Default)[name]());

        result.Status.Should().Be(ProofStatus.Proven, result.Message);
    }
}
