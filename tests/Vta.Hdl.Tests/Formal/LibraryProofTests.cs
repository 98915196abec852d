using Vta.Hdl.Formal;
using Vta.Hdl.Library.Proofs;
using Vta.TestSupport;

namespace Vta.Hdl.Tests.Formal;

public sealed class LibraryProofTests
{
    public static TheoryData<string> Proofs => [.. LibraryProofs.All.Keys];

    [ToolTheory("yosys-smtbmc", "z3")]
    [MemberData(nameof(Proofs))]
    public void Module_is_proven(string name)
    {
        var result = Prover.Prove(LibraryProofs.All[name]());

        result.Status.Should().Be(ProofStatus.Proven, result.Message);
        result.Covers.Should().OnlyContain(c => c.Cycle > 0);
    }
}
