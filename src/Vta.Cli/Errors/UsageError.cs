using System.CommandLine;
using System.CommandLine.Parsing;
using Vta.Isa;

namespace Vta.Cli.Errors;

/// <summary>Says in one line what is wrong with a command line.</summary>
internal static class UsageError
{
    /// <summary>The first thing wrong with it, or null.</summary>
    public static VtaInputException? Find(ParseResult parsed)
    {
        // Help and version show whatever else is on the line.
        if (parsed.Action?.ClearsParseErrors == true) return null;
        var command = parsed.CommandResult.Command;

        // Arguments that take any text would also take a misspelt option.
        var option = parsed.CommandResult.Tokens.Select(token => token.Value).FirstOrDefault(IsOption);
        if (option is not null) return UnknownOption(command, option);
        if (parsed.UnmatchedTokens.FirstOrDefault() is { } unmatched)
            return IsOption(unmatched) ? UnknownOption(command, unmatched) : UnexpectedArgument(command, unmatched);

        // Nothing is called by an empty name, and no file by one with a NUL in it.
        if (parsed.Tokens.FirstOrDefault(token => token.Value.Length == 0 || token.Value.Contains('\0', StringComparison.Ordinal)) is { } nameless)
            return Nameless(parsed, nameless);

        var error = parsed.Errors.FirstOrDefault();
        return error is null ? null : new VtaInputException(Describe(error, command));
    }

    private static VtaInputException Nameless(ParseResult parsed, Token token)
    {
        var index = parsed.Tokens.ToList().IndexOf(token);
        var option = index > 0 && parsed.Tokens[index - 1].Type == TokenType.Option ? parsed.Tokens[index - 1].Value : null;
        var what = option is null ? $"an argument of '{PathOf(parsed.CommandResult.Command)}'" : $"the value of {option}";
        return new VtaInputException(token.Value.Length == 0 ? $"{what} is empty" : $"{what} has a NUL in it: '{token.Value}'");
    }

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';

    private static VtaInputException UnknownOption(Command command, string typed)
    {
        var known = WithParents(command)
            .SelectMany(each => each.Options.Where(option => each == command || option.Recursive))
            .Select(option => option.Name)
            .ToList();
        return new VtaInputException($"'{PathOf(command)}' has no option {typed}; {NearestName.Suggest(typed, known)}");
    }

    private static VtaInputException UnexpectedArgument(Command command, string typed)
    {
        if (command.Subcommands.Count == 0)
            return new VtaInputException($"'{PathOf(command)}' does not take the argument '{typed}'");
        var known = command.Subcommands.Select(each => each.Name).ToList();
        return command is RootCommand
            ? new VtaInputException($"unknown verb '{typed}'; {NearestName.Suggest(typed, known)}")
            : new VtaInputException($"unknown workload '{typed}'; there are {string.Join(", ", known)}");
    }

    private static string Describe(ParseError error, Command command)
    {
        if (error.SymbolResult is CommandResult && command.Subcommands.Count > 0)
        {
            var known = string.Join(", ", command.Subcommands.Select(each => each.Name));
            return $"'{PathOf(command)}' needs a {KindOfSubcommands(command)}: {known}";
        }

        return error.SymbolResult switch
        {
            OptionResult { IdentifierToken: null } option =>
                $"'{PathOf(command)}' needs {option.Option.Name} {option.Option.HelpName}",
            OptionResult { Tokens.Count: 0 } option => $"option {option.Option.Name} needs a value",
            OptionResult { IdentifierTokenCount: > 1 } option => $"option {option.Option.Name} is given {option.IdentifierTokenCount} times",
            ArgumentResult { Tokens.Count: 0 } argument => $"'{PathOf(command)}' needs {argument.Argument.Name}",
            _ => error.Message,
        };
    }

    private static string KindOfSubcommands(Command command) => command is RootCommand ? "verb" : "workload";

    private static string PathOf(Command command) =>
        string.Join(' ', WithParents(command).Reverse().Select(each => each is RootCommand ? "vta" : each.Name));

    private static IEnumerable<Command> WithParents(Command command)
    {
        for (Command? each = command; each is not null; each = each.Parents.OfType<Command>().FirstOrDefault())
            yield return each;
    }
}
