namespace Rootscope.Accounts;

/// <summary>Which inputs an account counts.</summary>
public enum InputOrigin
{
    /// <summary>All inputs that the table's flows hold, imported ones included where imports stand in a column.</summary>
    All,

    /// <summary>Inputs of domestic origin only. The same as <see cref="All"/> in a table of many regions and in a closed one.</summary>
    Domestic,
}
