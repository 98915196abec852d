namespace Vta.Benchmarks;

/// <summary>Rows of a Markdown table on standard output, each as soon as it is known.</summary>
internal sealed class Table
{
    public Table()
    {
        Console.WriteLine("| what | figure |");
        Console.WriteLine("|---|---|");
    }

    public void Row(string what, string figure) => Console.WriteLine($"| {what} | {figure} |");
}
