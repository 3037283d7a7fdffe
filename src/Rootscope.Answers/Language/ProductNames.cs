using System.Collections.Concurrent;
using Rootscope.Catalogue;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Answers.Language;

/// <summary>What industries are called; in Chinese where the list of their classification, or the texts, say so.</summary>
internal static class ProductNames
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Known = new(StringComparer.Ordinal);

    /// <summary>What an industry is called.</summary>
    public static Phrase Of(FlowTable table, Industry industry) => Of(table.Metadata, industry.Code, industry.Name);

    /// <summary>What an industry is called, by its code and name in a table.</summary>
    public static Phrase Of(TableMetadata metadata, string code, string name)
    {
        IReadOnlyDictionary<string, string> chinese = Known.GetOrAdd(
            metadata.Classification,
            id =>
                Classification.Find(id) is { } known
                    ? CatalogueLibrary.ChineseNamesOf(known)
                    : new Dictionary<string, string>(StringComparer.Ordinal)
        );
        return new Phrase(name, chinese.TryGetValue(code, out string? own) ? OfRest(name, own) : ChineseTexts.Of(name).Chinese);
    }

    /// <summary>What is left of an industry when its technologies were split off has its code, and is not the whole.</summary>
    private static string OfRest(string english, string chinese) =>
        english.EndsWith(ChineseTexts.Rest, StringComparison.Ordinal) ? chinese + ChineseTexts.RestInChinese : chinese;
}
