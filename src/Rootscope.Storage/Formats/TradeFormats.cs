using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Trade;

namespace Rootscope.Storage.Formats;

/// <summary>The formats of trade that are read into the workspace.</summary>
public sealed class TradeFormats
{
    /// <summary>Creates a list, such as the known formats and one of one's own.</summary>
    /// <param name="formats">The formats, in the order in which they are shown.</param>
    /// <exception cref="ArgumentException">Two have the same word.</exception>
    public TradeFormats(IEnumerable<ITradeFormat> formats)
    {
        All = [.. formats];
        if (All.CountBy(f => f.Word, StringComparer.OrdinalIgnoreCase).FirstOrDefault(w => w.Value > 1) is { Key: { } twice })
        {
            throw new ArgumentException($"Two formats are called '{twice}'.", nameof(formats));
        }
    }

    /// <summary>The formats that come with the program.</summary>
    public static TradeFormats Known { get; } = new([new BaciFormat(), new LongTradeFormat()]);

    /// <summary>Every format, in the order in which they are shown.</summary>
    public IReadOnlyList<ITradeFormat> All { get; }

    /// <summary>The word of every format, in the same order.</summary>
    public IEnumerable<string> Words => All.Select(f => f.Word);

    /// <summary>The format of that word, in any case of letters; null where there is none.</summary>
    public ITradeFormat? Find(string word) => All.FirstOrDefault(f => string.Equals(f.Word, word, StringComparison.OrdinalIgnoreCase));
}
