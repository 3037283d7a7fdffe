using System.Globalization;
using System.Reflection;
using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Economies;

namespace Rootscope.Storage;

/// <summary>
/// Blocs of economies, and economies that split or joined, by codes of ISO 3166: embedded lists, and files of the user's.
/// </summary>
public static class EconomyLists
{
    private const string Folder = "data/economies/";

    /// <summary>The embedded blocs.</summary>
    public static IReadOnlyList<Bloc> Blocs { get; } = ReadBlocs();

    /// <summary>The embedded changes: countries that split and countries that became one.</summary>
    public static IReadOnlyList<EconomyChange> Changes { get; } = ReadChanges();

    /// <summary>
    /// A bloc by name (EU27), by codes, names or blocs joined with plus signs (CSK+CZE+SVK, EU27_2020+GBR), by the code of a country that
    /// split, or from a file.
    /// </summary>
    /// <param name="nameCodesOrFile">The name, the codes, or the path of a CSV file with a column economy.</param>
    /// <exception cref="UnknownNameException">It is none of these; the message has the nearest names.</exception>
    /// <exception cref="TableException">The file has no column of economies, or no economy.</exception>
    public static Bloc FindBloc(string nameCodesOrFile)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameCodesOrFile);
        if (Known(nameCodesOrFile) is { } known)
        {
            return known;
        }

        if (File.Exists(nameCodesOrFile))
        {
            return ReadBloc(nameCodesOrFile);
        }

        string[] codes = nameCodesOrFile.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return codes.Length > 1
            ? new Bloc(nameCodesOrFile, nameCodesOrFile, codes.SelectMany(c => Known(c)?.Members ?? [EconomyIdentities.CodeOf(c)]))
            : Changes.LastOrDefault(c => string.Equals(c.Before[0], nameCodesOrFile, StringComparison.Ordinal))?.AsBloc()
                ?? throw new UnknownNameException(
                    "bloc",
                    nameCodesOrFile,
                    NearestNames.Of(nameCodesOrFile, Blocs.Select(b => b.Code)),
                    $"Blocs are {string.Join(", ", Blocs.Select(b => b.Code))}; otherwise give codes joined with plus signs, such as "
                        + $"CSK+CZE+SVK, or a CSV file with a column economy."
                );
    }

    /// <summary>A bloc that a list names, by its code here or by any code or name of the union.</summary>
    private static Bloc? Known(string name) =>
        Blocs.FirstOrDefault(b => string.Equals(b.Code, name, StringComparison.OrdinalIgnoreCase))
        ?? (
            EconomyIdentities.Find(name) is { Kind: EconomyKind.Union, Members.Count: > 0 } union
                ? Blocs.FirstOrDefault(b => b.Code == union.Code) ?? new Bloc(union.Code, union.Name, union.Members, "list of economies")
                : null
        );

    private static Bloc ReadBloc(string path)
    {
        using CsvFile file = CsvFile.Open(path);
        int economy = file.Column("economy");
        var members = new List<string>();
        while (file.Read())
        {
            members.Add(
                file.Text(economy) is { Length: > 0 } code
                    ? EconomyIdentities.CodeOf(code)
                    : throw file.Fault(economy, "the code of the economy is missing. Fill it, or remove the line.")
            );
        }

        string name = Path.GetFileNameWithoutExtension(path);
        return members.Count > 0
            ? new Bloc(name, name, members, Path.GetFileName(path))
            : throw new TableException(path, "names no economy. Write one code a line below 'economy'.");
    }

    private static Bloc[] ReadBlocs()
    {
        var blocs = new List<Bloc>();
        using CsvFile file = Open("blocs.csv");
        (int bloc, int name, int economies, int source) = (
            file.Column("bloc"),
            file.Column("name"),
            file.Column("economies"),
            file.Column("source")
        );
        while (file.Read())
        {
            blocs.Add(new Bloc(file.Text(bloc), file.Text(name), file.Text(economies).Split(' '), file.Text(source)));
        }

        return [.. blocs];
    }

    private static EconomyChange[] ReadChanges()
    {
        var changes = new List<EconomyChange>();
        using CsvFile file = Open("changes.csv");
        (int before, int after, int year, int name, int source) = (
            file.Column("before"),
            file.Column("after"),
            file.Column("year"),
            file.Column("name"),
            file.Column("source")
        );
        while (file.Read())
        {
            changes.Add(
                new EconomyChange(
                    file.Text(before).Split(' '),
                    file.Text(after).Split(' '),
                    int.Parse(file.Text(year), CultureInfo.InvariantCulture),
                    file.Text(name),
                    file.Text(source)
                )
            );
        }

        return [.. changes];
    }

    private static CsvFile Open(string name) =>
        CsvFile.Open(new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name)!), $"embedded {name}");
}
