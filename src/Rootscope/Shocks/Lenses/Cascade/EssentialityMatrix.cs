using System.Security.Cryptography;
using System.Text;
using Rootscope.Networks;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Cascade;

/// <summary>How much a firm's production in the following months needs an input.</summary>
public enum InputRating
{
    /// <summary>Production goes on without it.</summary>
    Negligible = 0,

    /// <summary>Important, but its lack lowers production only by its share of all inputs.</summary>
    Important = 1,

    /// <summary>Production falls with it one to one.</summary>
    Essential = 2,
}

/// <summary>Ratings of inputs by the sector that supplies and the sector that buys.</summary>
/// <remarks>
/// The embedded set is that of Pichler, Pangallo, del Rio-Chanona, Lafond and Farmer, "Forecasting the propagation of pandemic shocks with
/// a dynamic input-output model" (Journal of Economic Dynamics and Control 144, 2022): 56 industries, made for a lockdown of weeks, so
/// short-run. Immutable.
/// </remarks>
public sealed class EssentialityMatrix
{
    private readonly byte[] _ratings;
    private readonly Dictionary<string, int> _suppliers;
    private readonly Dictionary<string, int> _buyers;
    private readonly Dictionary<string, string>? _groupOfDivision;
    private readonly int _columns;

    /// <summary>Checks the ratings and takes them over.</summary>
    /// <param name="name">What the set is called.</param>
    /// <param name="place">Where it comes from, for messages.</param>
    /// <param name="suppliers">Codes of supplying sectors, each once.</param>
    /// <param name="buyers">Codes of buying sectors, each once.</param>
    /// <param name="ratings">0, 1 or 2, row-major, one row a supplying sector.</param>
    /// <exception cref="TableException">A code is empty or there twice, or there is none.</exception>
    public EssentialityMatrix(string name, string place, IReadOnlyList<string> suppliers, IReadOnlyList<string> buyers, byte[] ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        Name = name;
        Place = place;
        _suppliers = Index(suppliers, "supplying");
        _buyers = Index(buyers, "buying");
        _ratings =
            ratings.Length == suppliers.Count * buyers.Count
                ? [.. ratings]
                : throw new ArgumentException(
                    $"there are {suppliers.Count} × {buyers.Count} pairs and {ratings.Length} ratings",
                    nameof(ratings)
                );
        _columns = buyers.Count;
        _groupOfDivision = NaceDivisions.GroupsOf(_suppliers.Keys);
    }

    private EssentialityMatrix(EssentialityMatrix whole, IReadOnlyList<(string Part, int Row, int Column)> parts)
    {
        (Name, Place, _ratings, _columns, _groupOfDivision) = (
            whole.Name,
            whole.Place,
            whole._ratings,
            whole._columns,
            whole._groupOfDivision
        );
        (_suppliers, _buyers) = (new(whole._suppliers, StringComparer.Ordinal), new(whole._buyers, StringComparer.Ordinal));
        Bundles = whole.Bundles;
        foreach ((string part, int row, int column) in parts)
        {
            (_suppliers[part], _buyers[part]) = (row, column);
        }
    }

    /// <summary>What the set is called.</summary>
    public string Name { get; }

    /// <summary>Where it comes from, for messages.</summary>
    public string Place { get; }

    /// <summary>
    /// Inputs that were rated together, by code: the name of what they were rated as. Codes that are not there were rated alone.
    /// </summary>
    public IReadOnlyDictionary<string, string> Bundles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What an input was rated as: its bundle, or itself.</summary>
    public string BundleOf(string sector) => Bundles.GetValueOrDefault(sector, sector);

    /// <summary>Whether everybody needs everything, so that no input is told from another.</summary>
    internal bool AreAllEssential => Array.TrueForAll(_ratings, r => r == (byte)InputRating.Essential);

    /// <summary>SHA-256 of codes and ratings, lower-case hexadecimal.</summary>
    public string ContentHash =>
        Convert.ToHexStringLower(
            SHA256.HashData([
                .. Encoding.UTF8.GetBytes(string.Join('\n', [.. _suppliers.Keys, string.Empty, .. _buyers.Keys, string.Empty])),
                .. _ratings,
            ])
        );

    /// <summary>Every pair of sectors rated alike.</summary>
    /// <param name="rating">The rating.</param>
    /// <param name="sectors">The codes of the sectors.</param>
    public static EssentialityMatrix Uniform(InputRating rating, IReadOnlyList<string> sectors)
    {
        ArgumentNullException.ThrowIfNull(sectors);
        byte[] ratings = new byte[sectors.Count * sectors.Count];
        Array.Fill(ratings, (byte)rating);
        return new EssentialityMatrix(rating.ToString(), "made", sectors, sectors, ratings);
    }

    /// <summary>Whether a sector is rated, by its own code or by the group its NACE class belongs to.</summary>
    public bool Knows(string sector) => Row(_suppliers, sector) >= 0 && Row(_buyers, sector) >= 0;

    /// <summary>The same ratings, with those of an industry for the parts that were split off from it.</summary>
    /// <param name="parts">Codes of parts and of the industries that they were split off from; a part whose industry is not rated stays
    /// unrated.</param>
    public EssentialityMatrix WithParts(IEnumerable<(string Part, string Industry)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        (string Part, string Industry)[] unknown = [.. parts.Where(p => Knows(p.Industry) && !Knows(p.Part))];
        return new EssentialityMatrix(this, [.. unknown.Select(p => (p.Part, Row(_suppliers, p.Industry), Row(_buyers, p.Industry)))])
        {
            Bundles = Bundles
                .Concat(unknown.Where(p => Bundles.ContainsKey(p.Industry)).Select(p => KeyValuePair.Create(p.Part, Bundles[p.Industry])))
                .ToDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>The rating of what one sector supplies to another.</summary>
    /// <exception cref="TableException">One of them is not rated.</exception>
    public InputRating RatingOf(string supplier, string buyer)
    {
        int row = Row(_suppliers, supplier);
        int column = Row(_buyers, buyer);
        return row >= 0 && column >= 0 ? (InputRating)_ratings[(row * _columns) + column] : throw Unrated([row < 0 ? supplier : buyer]);
    }

    /// <summary>The ratings between all pairs of some sectors, row-major: 0, 1 or 2.</summary>
    /// <exception cref="TableException">A sector is not rated; the message names it and says what to give.</exception>
    internal byte[] Between(FirmGroups sectors)
    {
        Require(sectors.Codes);
        int n = sectors.Codes.Count;
        int[] rows = [.. sectors.Codes.Select(c => Row(_suppliers, c))];
        int[] columns = [.. sectors.Codes.Select(c => Row(_buyers, c))];
        byte[] between = new byte[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                between[(i * n) + j] = _ratings[(rows[i] * _columns) + columns[j]];
            }
        }

        return between;
    }

    /// <exception cref="TableException">A sector is not rated; the message names it and says what to give.</exception>
    internal void Require(IEnumerable<string> sectors)
    {
        string[] unknown = [.. sectors.Where(s => !Knows(s)).Distinct(StringComparer.Ordinal)];
        if (unknown.Length > 0)
        {
            throw Unrated(unknown);
        }
    }

    private int Row(Dictionary<string, int> index, string sector)
    {
        if (index.TryGetValue(sector, out int row))
        {
            return row;
        }

        return
            _groupOfDivision is not null
            && NaceDivisions.DivisionOf(sector) is { } division
            && _groupOfDivision.TryGetValue(division, out string? group)
            && index.TryGetValue(group, out row)
            ? row
            : -1;
    }

    private TableException Unrated(string[] sectors)
    {
        const int Shown = 5;
        string more = sectors.Length > Shown ? $" and {sectors.Length - Shown} more" : string.Empty;
        string word = sectors.Length == 1 ? "the sector" : "the sectors";
        FaultText repair = _groupOfDivision is null
            ? FaultText.FromString("Add a row and a column for each to the file of ratings, or correct the codes.")
            : FaultText.Of(
                $"These ratings know their own group codes (such as C26 or C10.C12) and NACE rev. 2 codes (such as 2611 or "
                    + $"26.11). For other sectors give your own with {Repair.Option("essentiality", "FILE")}."
            );
        return new TableException(
            Place,
            $"{word} {string.Join(", ", sectors.Take(Shown).Select(s => $"'{s}'"))}{more} {(sectors.Length == 1 ? "is" : "are")} not "
                + $"rated. {repair}"
        );
    }

    private Dictionary<string, int> Index(IReadOnlyList<string> codes, string kind)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string code in codes)
        {
            if (string.IsNullOrWhiteSpace(code))
            {
                throw new TableException(
                    Place,
                    $"{kind} sector {index.Count + 1} has no code. Give every row and column the code of a sector."
                );
            }

            if (!index.TryAdd(code, index.Count))
            {
                throw new TableException(Place, $"the {kind} sector '{code}' is there twice. Remove one.");
            }
        }

        return index.Count > 0
            ? index
            : throw new TableException(
                Place,
                $"there is no {kind} sector. Give ratings with supplier sectors down and buyer sectors across."
            );
    }
}
