namespace Rootscope.Storage.Workspaces;

/// <summary>Something expensive that a workspace keeps, such as an inverse, without its bytes.</summary>
/// <param name="Key">Everything that shaped it, in a form that another run would form again: content hash, options, engine version.</param>
/// <param name="TableHash">Content hash of the table it was computed from; it goes when the last table with that hash goes.</param>
/// <param name="Meaning">What it is, in words.</param>
/// <param name="Length">Number of its bytes.</param>
/// <param name="Blob">SHA-256 of its bytes, checked on every read.</param>
public sealed record SavedResult(string Key, string TableHash, string Meaning, long Length, string Blob);
