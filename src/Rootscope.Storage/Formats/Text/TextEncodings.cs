using System.Text;

namespace Rootscope.Storage.Formats.Text;

/// <summary>Tells the encoding of text by its bytes: a mark, zeros, or which characters the bytes would make.</summary>
/// <remarks>
/// Encodings of two bytes a character are told by the share of pairs that lie where the common characters of the language do; one byte a
/// character (Windows-1252, of which Latin-1 is a part, and Windows-1251) by accented letters that stand alone among others.
/// </remarks>
internal static class TextEncodings
{
    /// <summary>So much of what is not ASCII has to look like the encoding.</summary>
    private const double Enough = 0.7;

    private static readonly Pairs[] TwoBytes =
    [
        new("GB18030", 54936, IsGbLead, IsGbTrail, (lead, trail) => lead is >= 0xB0 and <= 0xD7 && trail >= 0xA1, IsGbSign),
        new("Big5", 950, IsGbLead, IsBig5Trail, (lead, _) => lead is >= 0xA4 and <= 0xC6, (lead, _) => lead is >= 0xA1 and <= 0xA3),
        new("Shift-JIS", 932, IsJisLead, IsJisTrail, IsJisCommon, (lead, _) => lead == 0x81),
    ];

    private sealed record Pairs(
        string Name,
        int CodePage,
        Func<byte, bool> IsLead,
        Func<byte, bool> IsTrail,
        Func<byte, byte, bool> IsCommon,
        Func<byte, byte, bool> IsSign
    );

    /// <summary>The encoding that a mark at the start names, and the length of the mark; null without one.</summary>
    public static (Encoding? Encoding, string Name, int Length)? MarkOf(ReadOnlySpan<byte> start) =>
        start.StartsWith("\uFEFF"u8) ? (null, "UTF-8", 3)
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? (new UnicodeEncoding(false, false, true), "UTF-16", 2)
        : start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (new UnicodeEncoding(true, false, true), "UTF-16", 2)
        : null;

    /// <summary>UTF-16 without a mark: of Latin letters and digits every other byte is zero; null where that is not so.</summary>
    public static Encoding? Utf16Of(ReadOnlySpan<byte> start)
    {
        if (start.Length < 4)
        {
            return null;
        }

        (int even, int odd) = (0, 0);
        for (int i = 0; i + 1 < start.Length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }

        int half = start.Length / 2;
        return odd > 0.6 * half && even < 0.1 * half ? new UnicodeEncoding(false, false, true)
            : even > 0.6 * half && odd < 0.1 * half ? new UnicodeEncoding(true, false, true)
            : null;
    }

    /// <summary>The encoding of bytes that are not UTF-8; null where they do not tell.</summary>
    public static (Encoding Encoding, string Name)? Of(ReadOnlySpan<byte> sample)
    {
        (double Share, Pairs? Encoding) best = (0, null);
        foreach (Pairs pairs in TwoBytes)
        {
            double share = ShareOf(pairs, sample);
            best = share > best.Share ? (share, pairs) : best;
        }

        double alone = AloneShare(sample);
        if (best.Encoding is { } found && best.Share >= Enough && alone < Enough)
        {
            return (CodePage(found.CodePage), found.Name);
        }

        // Five bytes have no meaning in Windows-1252; NEL and the like are no letters of any text.
        return sample.IndexOfAny((ReadOnlySpan<byte>)[0x81, 0x8D, 0x8F, 0x90, 0x9D]) >= 0 ? null
            : alone >= Enough ? (CodePage(1252), "Windows-1252 (Latin-1)")
            : IsCyrillic(sample) ? (CodePage(1251), "Windows-1251")
            : best.Share < 0.2 ? (CodePage(1252), "Windows-1252 (Latin-1)")
            : null;
    }

    /// <summary>Whether most of what is not ASCII is UTF-8 all the same.</summary>
    public static bool IsMostlyUtf8(ReadOnlySpan<byte> sample)
    {
        (int sound, int broken) = (0, 0);
        for (int at = 0; at < sample.Length; )
        {
            bool isSound = Rune.DecodeFromUtf8(sample[at..], out _, out int used) == System.Buffers.OperationStatus.Done;
            sound += isSound && used > 1 ? 1 : 0;
            broken += isSound || at + 4 > sample.Length ? 0 : 1;
            at += used;
        }

        return sound > 4 * broken;
    }

    private static Encoding CodePage(int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The share of pairs that are common characters or signs of the encoding; 0 where a pair is none of it.</summary>
    private static double ShareOf(Pairs pairs, ReadOnlySpan<byte> sample)
    {
        (int all, int common) = (0, 0);
        for (int i = 0; i < sample.Length; i++)
        {
            if (sample[i] < 0x80 || (pairs.CodePage == 932 && sample[i] is >= 0xA1 and <= 0xDF))
            {
                continue;
            }

            if (i + 1 == sample.Length)
            {
                break;
            }

            if (!pairs.IsLead(sample[i]) || !pairs.IsTrail(sample[i + 1]))
            {
                return 0;
            }

            if (!pairs.IsSign(sample[i], sample[i + 1]))
            {
                all++;
                common += pairs.IsCommon(sample[i], sample[i + 1]) ? 1 : 0;
            }

            i++;
        }

        return all == 0 ? 0 : (double)common / all;
    }

    /// <summary>The share of bytes beyond ASCII that stand alone, or two together, beside letters: accents in a word.</summary>
    private static double AloneShare(ReadOnlySpan<byte> sample)
    {
        (int runs, int alone) = (0, 0);
        for (int i = 0; i < sample.Length; i++)
        {
            if (sample[i] < 0x80)
            {
                continue;
            }

            int start = i;
            while (i + 1 < sample.Length && sample[i + 1] >= 0x80)
            {
                i++;
            }

            int length = i - start + 1;
            bool before = start > 0 && char.IsAsciiLetter((char)sample[start - 1]);
            bool after = i + 1 < sample.Length && char.IsAsciiLetter((char)sample[i + 1]);

            // In Big5 and Shift-JIS a second byte may be a letter, and the next character follows at once.
            bool pairFollows = i + 2 < sample.Length && sample[i + 2] >= 0x80;
            bool pairBefore = start > 1 && sample[start - 2] >= 0x80;
            runs++;
            alone += (length == 1 && (before || after) && !pairFollows && !pairBefore) || (length == 2 && before && after) ? 1 : 0;
        }

        return runs == 0 ? 0 : (double)alone / runs;
    }

    /// <summary>Words of nothing but the letters of Windows-1251, most of them small.</summary>
    private static bool IsCyrillic(ReadOnlySpan<byte> sample)
    {
        (int letters, int small, int others) = (0, 0, 0);
        foreach (byte b in sample)
        {
            letters += b >= 0xC0 ? 1 : 0;
            small += b >= 0xE0 ? 1 : 0;
            others += b is >= 0x80 and < 0xC0 and not (0xA8 or 0xB8 or 0xB9 or 0xA0 or 0xAB or 0xBB) ? 1 : 0;
        }

        return letters > 3 && small > letters / 2 && others * 20 < letters;
    }

    private static bool IsGbLead(byte b) => b is >= 0x81 and <= 0xFE;

    private static bool IsGbTrail(byte b) => b is (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFE) or (>= 0x30 and <= 0x39);

    private static bool IsGbSign(byte lead, byte trail) => lead is >= 0xA1 and <= 0xA9 && trail >= 0xA1;

    private static bool IsBig5Trail(byte b) => b is (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE);

    private static bool IsJisLead(byte b) => b is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC);

    private static bool IsJisTrail(byte b) => b is (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFC);

    private static bool IsJisCommon(byte lead, byte trail) => lead is (>= 0x82 and <= 0x83) or (>= 0x88 and <= 0x97);
}
