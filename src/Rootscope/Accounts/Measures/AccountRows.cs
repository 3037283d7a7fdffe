using System.Collections;

namespace Rootscope.Accounts.Measures;

/// <summary>Rows that are made when they are read, so that a value for every pair of sectors needs no memory of its own.</summary>
internal sealed class AccountRows(int count, Func<int, AccountRow> rowAt) : IReadOnlyList<AccountRow>
{
    public int Count { get; } = count;

    public AccountRow this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return rowAt(index);
        }
    }

    public IEnumerator<AccountRow> GetEnumerator()
    {
        for (int index = 0; index < Count; index++)
        {
            yield return rowAt(index);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
