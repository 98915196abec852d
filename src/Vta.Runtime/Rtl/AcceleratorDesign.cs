using Vta.Hardware;
using Vta.Hdl.Ir;
using Vta.Isa;

namespace Vta.Runtime.Rtl;

/// <summary>The hardware of a configuration: the module, for its ports, and the design elaborated from it.</summary>
internal sealed record AcceleratorDesign(Accelerator Module, Design Design, int BusBytes)
{
    public static AcceleratorDesign Of(VtaConfig config)
    {
        var module = new Accelerator(config);
        return new AcceleratorDesign(module, module.Elaborate(), config.BusBytes);
    }
}
