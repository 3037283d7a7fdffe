using System.Globalization;
using System.Text;

namespace Rootscope.Storage.Formats.Text;

/// <summary>How figures of a file are written: the sign before decimals, and the one between thousands.</summary>
/// <param name="Decimal">A point or a comma.</param>
/// <param name="Thousands">A comma, a point, a blank or an apostrophe; null where figures have none.</param>
/// <param name="IsCertain">Whether the file tells, or its user; otherwise a figure such as 1,500 may be read in two ways.</param>
internal sealed record NumberStyle(char Decimal, char? Thousands, bool IsCertain)
{
    /// <summary>What is said of a text that is no figure at all.</summary>
    public const string NoFigure = "is no figure";

    /// <summary>Points before decimals and no thousands: what programs write.</summary>
    public static NumberStyle Plain { get; } = new('.', null, true);

    /// <summary>Whether figures are what programs write, as far as is known.</summary>
    public bool IsPlain => Decimal == '.' && Thousands is null;

    /// <summary>Reads a figure that is not written as programs do.</summary>
    /// <param name="text">The text, trimmed.</param>
    /// <param name="value">The figure.</param>
    /// <returns>Null, or what is wrong, as the rest of a sentence that begins with the text.</returns>
    public string? Read(ReadOnlySpan<char> text, out double value)
    {
        Span<char> plain = text.Length <= 64 ? stackalloc char[text.Length] : new char[text.Length];
        int length = 0;
        int mark = -1;
        int lastGroup = -1;
        bool grouped = false;
        value = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i] is '\u2212' ? '-' : text[i];
            bool isGroup = c is ' ' or '\u00A0' or '\u202F' or '\u2009' or '\'' or '\u2019' || c == Thousands;
            if (isGroup && c != Decimal)
            {
                if (mark >= 0 || i == 0 || (lastGroup >= 0 && i - lastGroup != 4) || (lastGroup < 0 && DigitsBefore(text, i) is 0 or > 3))
                {
                    return NoFigure;
                }

                (lastGroup, grouped) = (i, true);
                continue;
            }

            if (c == Decimal)
            {
                if (mark >= 0 || (lastGroup >= 0 && i - lastGroup != 4))
                {
                    return NoFigure;
                }

                mark = i;
                c = '.';
            }
            else if (c is ',' or '.')
            {
                return c == ',' && !IsCertain
                    ? "may be a decimal comma or a comma between thousands: the file does not tell. Write it with a point, or give "
                        + "'decimal' "
                        + "and 'thousands' in a mapping"
                    : NoFigure;
            }

            plain[length++] = c;
        }

        if (grouped && mark < 0 && text.Length - lastGroup != 4)
        {
            return NoFigure;
        }

        if (!IsCertain && IsAmbiguous(text))
        {
            return "may be a figure with three decimals or one of thousands: the file does not tell. Give 'decimal' in a mapping, or write "
                + "figures without signs between thousands";
        }

        bool parsed = double.TryParse(plain[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        return parsed && double.IsFinite(value) ? null : NoFigure;
    }

    /// <summary>The same for text in UTF-8.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out double value) =>
        Read(Encoding.UTF8.GetString(text).AsSpan().Trim(), out value) is null;

    /// <summary>A whole part of up to three digits and three decimals: 1,500 or 1.500.</summary>
    public static bool IsAmbiguous(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("+-");
        int at = text.IndexOfAny(',', '.');
        return at is >= 1 and <= 3
            && text[0] != '0'
            && text.Length - at == 4
            && !text[..at].ContainsAnyExceptInRange('0', '9')
            && !text[(at + 1)..].ContainsAnyExceptInRange('0', '9');
    }

    private static int DigitsBefore(ReadOnlySpan<char> text, int end)
    {
        int digits = 0;
        for (int i = end - 1; i >= 0 && char.IsAsciiDigit(text[i]); i--)
        {
            digits++;
        }

        return digits;
    }
}
