using Vta.Runtime.Axi;

namespace Vta.Runtime.Rtl;

/// <summary>
/// The accelerator in a simulator of hardware. A cycle is: write the inputs, <see cref="Settle"/>, read the outputs, <see cref="Edge"/>.
/// </summary>
internal interface IAcceleratorModel : IDisposable
{
    /// <summary>The port to memory.</summary>
    AxiPins Memory { get; }

    /// <summary>The port to the host.</summary>
    AxiLitePins Host { get; }

    /// <summary>Clock edges under reset.</summary>
    void Reset(int cycles);

    /// <summary>Computes the outputs from the inputs and the state.</summary>
    void Settle();

    /// <summary>Applies a clock edge to what was settled.</summary>
    void Edge();
}
