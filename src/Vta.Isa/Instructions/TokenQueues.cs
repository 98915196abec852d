namespace Vta.Isa.Instructions;

/// <summary>The four token counters between neighbours; bit n is queue n.</summary>
[Flags]
public enum TokenQueues : byte
{
    None = 0,
    LoadToCompute = 1,
    ComputeToLoad = 2,
    ComputeToStore = 4,
    StoreToCompute = 8,
}
