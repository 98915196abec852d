using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Vta.Cli.Options;

/// <summary>An option that takes a number within bounds, and says what they are.</summary>
internal static class NumberOption
{
    public static Option<T> Create<T>(string name, string helpName, string description, T fallback, T minimum, T maximum)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            HelpName = helpName,
            Recursive = true,
            DefaultValueFactory = _ => fallback,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                    && value >= minimum && value <= maximum)
                {
                    return value;
                }

                result.AddError($"option {name} takes a number from {Text(minimum)} to {Text(maximum)}, not '{text}'");
                return fallback;
            },
        };

    private static string Text<T>(T value)
        where T : INumber<T> => value.ToString(null, CultureInfo.InvariantCulture);
}
