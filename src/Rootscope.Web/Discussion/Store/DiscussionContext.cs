using Microsoft.EntityFrameworkCore;

namespace Rootscope.Web.Discussion.Store;

/// <summary>
/// The discussion's tables, the same in SQLite and PostgreSQL. Their making is numbered SQL: see <see cref="DiscussionSchema"/>.
/// </summary>
internal sealed class DiscussionContext(DbContextOptions<DiscussionContext> options) : DbContext(options)
{
    public DbSet<CommentRecord> Comments => Set<CommentRecord>();

    public DbSet<AuthorRecord> Authors => Set<AuthorRecord>();

    public DbSet<AddressProof> AddressProofs => Set<AddressProof>();

    public DbSet<ModerationRecord> Moderation => Set<ModerationRecord>();

    public DbSet<SpentStamp> SpentStamps => Set<SpentStamp>();

    public DbSet<NetworkMark> NetworkMarks => Set<NetworkMark>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CommentRecord>(comment =>
        {
            comment.ToTable("comments");
            comment.HasKey(c => c.Id);
            comment.HasIndex(c => c.Key).IsUnique();
            comment.HasIndex(c => new { c.Subject, c.Status });
            comment.Property(c => c.Stance).HasConversion<string>();
            comment.Property(c => c.Status).HasConversion<string>();
        });
        modelBuilder.Entity<AuthorRecord>().ToTable("authors").HasKey(a => a.CommentKey);
        modelBuilder.Entity<AuthorRecord>().HasIndex(a => a.EmailMark);
        modelBuilder
            .Entity<AuthorRecord>()
            .HasOne<CommentRecord>()
            .WithOne()
            .HasForeignKey<AuthorRecord>(a => a.CommentKey)
            .HasPrincipalKey<CommentRecord>(c => c.Key)
            .OnDelete(DeleteBehavior.Cascade);
        modelBuilder.Entity<AddressProof>().ToTable("address_proofs").HasKey(p => p.Mark);
        modelBuilder.Entity<AddressProof>().HasIndex(p => p.EmailMark);
        modelBuilder.Entity<AddressProof>().Property(p => p.Kind).HasConversion<string>();
        modelBuilder.Entity<ModerationRecord>().ToTable("moderation").HasKey(m => m.Id);
        modelBuilder.Entity<SpentStamp>().ToTable("spent_stamps").HasKey(s => s.Stamp);
        modelBuilder.Entity<NetworkMark>().ToTable("network_marks").HasKey(m => m.Id);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            property.SetColumnName(ColumnOf(property.Name));
        }
    }

    /// <summary>Names in SQL are lower case with underscores: those that need no quoting in either database.</summary>
    private static string ColumnOf(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : string.Empty) + char.ToLowerInvariant(c) : c.ToString()));
}
