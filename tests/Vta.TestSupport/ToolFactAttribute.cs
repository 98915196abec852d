namespace Vta.TestSupport;

/// <summary>A test that needs command line tools; see <see cref="ToolTheoryAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] tools) => Skip = ExternalTool.WhyMissing(tools);
}
