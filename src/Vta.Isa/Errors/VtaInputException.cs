namespace Vta.Isa;

/// <summary>
/// Something the user wrote is wrong: a configuration, a bundle, an argument. The message is one line that says what was
/// found and what is allowed, control characters escaped (<see cref="Printable"/>); a command that ends with it has exit code 2.
/// </summary>
/// <param name="message">What was found, and what is allowed.</param>
/// <param name="where">The place of the mistake, such as <c>vta_config.json:12: LOG_ACC_BUFF_SIZE</c>; null where there is none.</param>
public sealed class VtaInputException(string message, string? where = null) : Exception(Printable.Of(message))
{
    /// <summary>The place of the mistake, such as <c>vta_config.json:12: LOG_ACC_BUFF_SIZE</c>; null where there is none.</summary>
    public string? Where { get; } = where is null ? null : Printable.Of(where);

    /// <summary>Place and message on one line, as commands show it.</summary>
    public string Line => Where is null ? Message : $"{Where}: {Message}";

    /// <summary>As programs that do not catch it end: place and message first.</summary>
    public override string ToString() => $"{Line}\n{StackTrace}";
}
