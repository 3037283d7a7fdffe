using System.Reflection;
using Rootscope.Catalogue;
using Rootscope.Storage.Formats.Catalogue;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage;

/// <summary>The catalogue of technologies that ships inside this library, and catalogues in a user's folder.</summary>
public static class CatalogueLibrary
{
    private const string CataloguePrefix = "data/catalogue/";
    private const string ListPrefix = "data/classifications/";

    /// <summary>Reads the embedded catalogue.</summary>
    public static TechnologyCatalogue Read() => TechnologyCatalogue.From(EmbeddedSheets().Sheets);

    /// <summary>Checks the embedded catalogue, or the one in a folder.</summary>
    /// <param name="folder">A folder with the five files of <see cref="CatalogueSchema"/>; null for the embedded one.</param>
    /// <returns>Every fault, those of layout included.</returns>
    /// <exception cref="TableException">There is no such folder.</exception>
    public static CatalogueCheckResult Check(string? folder = null)
    {
        if (folder is not null && !Directory.Exists(folder))
        {
            throw new TableException(
                folder,
                $"there is no such folder. Give one that holds {string.Join(", ", CatalogueSchema.Files.Select(f => f.File))}."
            );
        }

        (CatalogueSheets sheets, List<CatalogueFinding> layout) = folder is null
            ? EmbeddedSheets()
            : CatalogueReader.Read(name => CsvFile.Open(Path.Combine(folder, name)), name => Path.Combine(folder, name));
        CatalogueCheckResult result = CatalogueCheck.Of(sheets, CodeLists());
        return result with { Findings = [.. layout, .. result.Findings] };
    }

    /// <summary>The embedded code lists, by classification; see <see cref="Classification.HasList"/>.</summary>
    public static IReadOnlyDictionary<Classification, CodeList> CodeLists() =>
        Classification.All.Where(c => c.HasList).ToDictionary(c => c, ReadList);

    /// <summary>The embedded code list of one classification; null where there is none.</summary>
    public static CodeList? CodeListOf(Classification classification)
    {
        ArgumentNullException.ThrowIfNull(classification);
        return classification.HasList ? ReadList(classification) : null;
    }

    /// <summary>Chinese names of a classification's classes by code; empty where its list has none.</summary>
    public static IReadOnlyDictionary<string, string> ChineseNamesOf(Classification classification)
    {
        ArgumentNullException.ThrowIfNull(classification);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!classification.HasList)
        {
            return names;
        }

        using CsvFile csv = OpenEmbedded($"{ListPrefix}{classification.Id}.csv");
        (int code, int name) = (csv.Column("code"), csv.Find("chineseName"));
        while (name >= 0 && csv.Read())
        {
            names[csv.Text(code)] = csv.Text(name);
        }

        return names;
    }

    private static (CatalogueSheets Sheets, List<CatalogueFinding> Findings) EmbeddedSheets() =>
        CatalogueReader.Read(name => OpenEmbedded(CataloguePrefix + name), name => $"embedded {name}");

    private static CodeList ReadList(Classification classification)
    {
        using CsvFile csv = OpenEmbedded($"{ListPrefix}{classification.Id}.csv");
        int code = csv.Column("code");
        int name = csv.Find("name");
        var names = new List<KeyValuePair<string, string>>();
        while (csv.Read())
        {
            names.Add(new KeyValuePair<string, string>(csv.Text(code), name < 0 ? string.Empty : csv.Text(name)));
        }

        return new CodeList(classification, names);
    }

    private static CsvFile OpenEmbedded(string resource) =>
        CsvFile.Open(
            new StreamReader(
                Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
                    ?? throw new TableException(resource, "is missing from this build. Reinstall Rootscope.")
            ),
            resource
        );
}
