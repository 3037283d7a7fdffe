using System.Globalization;
using Rootscope.Screening.Ownership;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Text;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>
/// Who owns whom: CSV or a workbook with the columns owner and owned; where they are there share, or share_least and share_most, control,
/// from, to and source.
/// </summary>
/// <remarks>Shares are written as <c>0.25</c> or <c>25%</c>; an empty one is not known, anything between nothing and all.</remarks>
public static class OwnershipReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops at the next row.</param>
    /// <returns>The stakes in the order of the file, and SHA-256 over its bytes.</returns>
    /// <exception cref="TableException">A cell cannot be what it must be; line, column and repair are in the message.</exception>
    public static (IReadOnlyList<OwnershipStake> Stakes, string Sha256) Read(string path, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using CsvFile csv = CsvFile.Open(path, cancellation);
        var columns = new Columns(csv);
        List<OwnershipStake> stakes = [];
        while (csv.Read())
        {
            stakes.Add(columns.Row());
        }

        return stakes.Count > 0
            ? (stakes, ListFile.HashOf([path]))
            : throw new TableException(path, "has no row. Give one a stake: owner, owned, share.");
    }

    private sealed class Columns(CsvFile csv)
    {
        private readonly int _owner = csv.Column("owner");
        private readonly int _owned = csv.Column("owned");
        private readonly int _share = csv.Find("share");
        private readonly int _least = csv.Find("share_least");
        private readonly int _most = csv.Find("share_most");
        private readonly int _control = csv.Find("control");
        private readonly int _from = csv.Find("from");
        private readonly int _to = csv.Find("to");
        private readonly int _source = csv.Find("source");

        public OwnershipStake Row()
        {
            decimal? share = Share(_share);
            decimal least = share ?? Share(_least) ?? 0;
            decimal most = share ?? Share(_most) ?? 1;
            if (least > most)
            {
                throw csv.Fault(_most >= 0 ? _most : _least, "the most is below the least. Exchange them.");
            }

            DateOnly? from = Day(_from);
            DateOnly? to = Day(_to);
            return to < from
                ? throw csv.Fault(_to, "the last day is before the first. Exchange them.")
                : new OwnershipStake(Name(_owner), Name(_owned), least, most)
                {
                    IsControl = IsControl(),
                    From = from,
                    To = to,
                    Source = _source < 0 ? string.Empty : csv.Text(_source),
                };
        }

        private string Name(int column) =>
            csv.Text(column) is { Length: > 0 } name ? name : throw csv.Fault(column, "the name is empty. Fill it, or remove the row.");

        private decimal? Share(int column)
        {
            if (column < 0 || csv.Text(column) is not { Length: > 0 } text)
            {
                return null;
            }

            return TypedNumber.FaultOf(text, out double value) is { } fault ? throw csv.Fault(column, fault)
                : value is >= 0 and <= 1 ? (decimal)value
                : throw csv.Fault(column, $"'{text}' is no share between 0 and 1. Write 0.25 or 25% for a quarter.");
        }

        private bool IsControl() =>
            _control >= 0
            && csv.Text(_control).ToUpperInvariant() switch
            {
                "" or "NO" or "0" or "FALSE" => false,
                "YES" or "1" or "TRUE" => true,
                _ => throw csv.Fault(_control, "says neither yes nor no. Write one of them, or leave it empty for no."),
            };

        private DateOnly? Day(int column) =>
            column < 0 || csv.Text(column) is not { Length: > 0 } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
            : throw csv.Fault(column, $"'{text}' is no day. Write year-month-day, such as 2026-01-31, or leave it empty.");
    }
}
