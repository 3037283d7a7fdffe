using System.Numerics;

namespace Rootscope.Screening.Lists;

/// <summary>Kinds of numbers that name one firm, ship or security, with check digits.</summary>
public enum IdentifierKind
{
    /// <summary>Legal entity identifier: ISO 17442, 20 characters.</summary>
    Lei,

    /// <summary>Unified social credit code of China: GB 32100-2015, 18 characters.</summary>
    Uscc,

    /// <summary>Number of a ship: International Maritime Organization, 7 digits.</summary>
    Imo,

    /// <summary>Number of a security: ISO 6166, 12 characters.</summary>
    Isin,
}

/// <summary>A number with a right check digit.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Value">The characters, upper case, without spaces.</param>
public sealed record FirmIdentifier(IdentifierKind Kind, string Value)
{
    private const string UsccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>What is written before a number, and how many characters the number has.</summary>
    private static readonly (string Label, int Length)[] Labels = [("LEI", 20), ("USCC", 18), ("ISIN", 12)];

    private static readonly int[] UsccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>The identifier that a text is; null where it is none, or where its check digit is wrong.</summary>
    /// <remarks>
    /// Its label may stand before it ("LEI: …"). A ship's number is one only with "IMO" before it: seven digits alone are too often
    /// something else.
    /// </remarks>
    public static FirmIdentifier? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 40)
        {
            return null;
        }

        string plain = PlainOf(text);
        if (plain.Length == 10 && plain.StartsWith("IMO", StringComparison.Ordinal) && IsImo(plain.AsSpan(3)))
        {
            return new FirmIdentifier(IdentifierKind.Imo, plain[3..]);
        }

        return plain.Length switch
        {
            20 when IsLei(plain) => new FirmIdentifier(IdentifierKind.Lei, plain),
            18 when IsUscc(plain) => new FirmIdentifier(IdentifierKind.Uscc, plain),
            12 when IsIsin(plain) => new FirmIdentifier(IdentifierKind.Isin, plain),
            _ => null,
        };
    }

    /// <summary>
    /// What is wrong with a text that has the shape of an identifier but not its check digit, as a sentence; null where it is one, or has
    /// the shape of none.
    /// </summary>
    public static string? FaultOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 40 || Of(text) is not null)
        {
            return null;
        }

        string plain = PlainOf(text);
        int digits = plain.Count(char.IsAsciiDigit);
        string? shape = plain switch
        {
            ['I', 'M', 'O', .. var number] when number.Length > 0 && digits == number.Length => "a ship's number (IMO, 7 digits)",
            { Length: 20 } when digits >= 4 && char.IsAsciiDigit(plain[18]) && char.IsAsciiDigit(plain[19]) => "an LEI",
            { Length: 18 } when digits >= 8 && char.IsAsciiDigit(plain[0]) => "a unified social credit code",
            { Length: 12 } when digits >= 6 && plain[..2].All(char.IsAsciiLetter) && char.IsAsciiDigit(plain[11]) => "an ISIN",
            _ => null,
        };
        return shape is null
            ? null
            : $"'{text}' looks like {shape}, but its check digit is not right, so that no number was looked for: check how it was copied.";
    }

    /// <summary>The identifiers that stand among the words of a text, such as the remarks of a record.</summary>
    public static IEnumerable<FirmIdentifier> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] words = text.Split([' ', ',', ';', ':', '(', ')', '.', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            bool isImo = string.Equals(words[i], "IMO", StringComparison.OrdinalIgnoreCase) && i + 1 < words.Length;
            if (Of(isImo ? "IMO" + words[i + 1] : words[i]) is { } found)
            {
                yield return found;
            }
        }
    }

    /// <summary>Letters and digits in upper case, without the label of what they are.</summary>
    private static string PlainOf(string text)
    {
        string plain = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        foreach ((string label, int length) in Labels)
        {
            if (plain.Length == label.Length + length && plain.StartsWith(label, StringComparison.Ordinal))
            {
                return plain[label.Length..];
            }
        }

        return plain;
    }

    /// <summary>ISO 7064, modulus 97-10: letters are two digits, and the remainder is 1.</summary>
    private static bool IsLei(string text)
    {
        if (!char.IsAsciiDigit(text[18]) || !char.IsAsciiDigit(text[19]))
        {
            return false;
        }

        BigInteger number = BigInteger.Zero;
        foreach (char c in text)
        {
            int value = ValueOf(c);
            number = (number * (value > 9 ? 100 : 10)) + value;
        }

        return number % 97 == BigInteger.One;
    }

    private static bool IsUscc(string text)
    {
        int sum = 0;
        for (int i = 0; i < 17; i++)
        {
            int value = UsccAlphabet.IndexOf(text[i], StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            sum += value * UsccWeights[i];
        }

        return UsccAlphabet[(31 - (sum % 31)) % 31] == text[17];
    }

    private static bool IsImo(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        for (int i = 0; i < 7; i++)
        {
            if (!char.IsAsciiDigit(digits[i]))
            {
                return false;
            }

            sum += i < 6 ? (digits[i] - '0') * (7 - i) : 0;
        }

        return sum % 10 == digits[6] - '0';
    }

    /// <summary>Two letters of a country, nine characters and a digit by Luhn's rule over the digits of all.</summary>
    private static bool IsIsin(string text)
    {
        if (!char.IsAsciiLetter(text[0]) || !char.IsAsciiLetter(text[1]) || !char.IsAsciiDigit(text[11]))
        {
            return false;
        }

        string digits = string.Concat(text.Select(c => ValueOf(c).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[digits.Length - 1 - i] - '0';
            digit = i % 2 == 1 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    private static int ValueOf(char c) => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
}
