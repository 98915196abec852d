namespace Vta.TestSupport;

/// <summary>A test that keeps command line tools busy for minutes: it runs where a variable of the environment is <c>all</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LongToolFactAttribute : FactAttribute
{
    public LongToolFactAttribute(string variable, params string[] tools) =>
        Skip = Environment.GetEnvironmentVariable(variable) == "all" ? ExternalTool.WhyMissing(tools) : $"it takes minutes; {variable}=all runs it";
}
