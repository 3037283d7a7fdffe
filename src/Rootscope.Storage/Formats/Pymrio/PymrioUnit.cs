using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Pymrio;

/// <summary>The unit of a saved system, such as "M.EUR" or "USD".</summary>
internal static class PymrioUnit
{
    /// <exception cref="TableException">Sectors have different units, or the unit is no money.</exception>
    public static (string Unit, double Scale, string Currency) Of(PymrioMatrix? units)
    {
        if (units is null || units.Texts.Count == 0)
        {
            return ("not stated", 1, "XXX");
        }

        string[] distinct = [.. units.Texts.Select(t => t[0]).Distinct(StringComparer.Ordinal)];
        if (distinct.Length > 1)
        {
            throw new TableException(
                units.Path,
                $"sectors have different units: {string.Join(", ", distinct.Take(5))}. A table has one unit of money: hybrid tables "
                    + $"cannot be read."
            );
        }

        string unit = distinct[0];
        if (unit is "10 000 yuan")
        {
            return (unit, 10_000, "CNY");
        }

        string[] words = unit.Split(['.', ' ', '_'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? currency =
            Array.Find(words, w => w.Length == 3 && w.All(char.IsAsciiLetterUpper))
            ?? Array.Find(words, w => w.Equals("euro", StringComparison.OrdinalIgnoreCase)) switch
            {
                null => null,
                _ => "EUR",
            };
        string prefix = words.Length > 1 && words[0] != currency ? words[0].ToLowerInvariant() : string.Empty;
        double? scale = prefix switch
        {
            "" => 1,
            "k" or "1000" or "thousand" or "thousands" => 1e3,
            "m" or "mn" or "mio" or "mill" or "million" or "millions" => 1e6,
            "b" or "bn" or "billion" or "billions" => 1e9,
            _ => null,
        };
        return currency is not null && scale is { } known
            ? (unit, known, currency)
            : throw new TableException(
                units.Path,
                $"the unit '{unit}' is no money that is known, such as M.EUR, kUSD or 'million USD'. Correct unit.txt."
            );
    }
}
