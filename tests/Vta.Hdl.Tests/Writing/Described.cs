namespace Vta.Hdl.Tests.Writing;

/// <summary>A module with one output, <c>o</c>, that a function drives.</summary>
internal sealed class Described<T>(HwType<T> type, Action<T> build) : Module
    where T : Data
{
    public readonly T O = Out(type);

    protected override void Build() => build(O);
}
