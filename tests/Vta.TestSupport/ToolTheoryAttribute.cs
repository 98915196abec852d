namespace Vta.TestSupport;

/// <summary>A theory that needs command line tools: reported as skipped where one is missing (<c>scripts/setup --tests</c> installs them).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(params string[] tools) => Skip = ExternalTool.WhyMissing(tools);
}
